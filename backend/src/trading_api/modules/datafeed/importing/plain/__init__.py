"""Reads well-formed rows a column at a time; what is not plain is left to be read row by row."""
