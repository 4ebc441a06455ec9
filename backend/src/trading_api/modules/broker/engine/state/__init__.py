"""The account's state as text: decimals, canonical JSON, its hash, its dump."""
