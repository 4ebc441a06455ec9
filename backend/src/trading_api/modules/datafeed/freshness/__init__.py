"""How fresh each symbol is: from its calendar, its source and its own learned rate of ticks."""
