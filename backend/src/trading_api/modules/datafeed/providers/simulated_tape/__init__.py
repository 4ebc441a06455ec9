"""The simulated time and sales, its late prints, and the order book behind the ticks."""
