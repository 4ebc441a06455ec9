"""RFC 6455 conformance: the Autobahn cases against the socket that the product serves."""
