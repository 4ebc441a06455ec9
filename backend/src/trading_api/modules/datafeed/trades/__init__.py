"""Time and sales: the trades of a symbol, and what a late one changes."""
