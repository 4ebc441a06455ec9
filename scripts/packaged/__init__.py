"""Proves the package: what is built, installed read-only and served, alone and behind nginx."""
