"""The checks behind `trading-pro doctor`, one file for each place they look at."""
