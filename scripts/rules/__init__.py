"""The rules of the wire protocol against the tests and the planted faults that prove them."""
