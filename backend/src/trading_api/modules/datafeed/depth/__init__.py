"""Depth: the order book of a symbol, checked as it comes in."""
