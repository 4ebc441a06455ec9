"""Checks of the data itself, as any reader of UDF could make them."""
