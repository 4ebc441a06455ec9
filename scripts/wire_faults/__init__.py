"""The faults of `make mutants` that sit in the server, looked at from the wire alone."""
