"""Judges servers and clients of any make by the wire rules of docs/reference/protocol.md."""
