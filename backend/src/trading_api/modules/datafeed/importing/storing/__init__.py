"""Writes the bars of an import into the store, all of them in one transaction."""
