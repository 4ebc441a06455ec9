"""What was received is kept: minutes, ticks where that is asked for, and when nobody listened."""
