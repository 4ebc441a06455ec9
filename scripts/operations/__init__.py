"""Writes docs/reference/operations.md from the code: metrics, log events, codes, what to do."""
