"""The SQLite file of the bars: its schema, what it holds and where each resolution is read."""
