"""Writes a new stream or module into a checkout, and takes a stream back."""
