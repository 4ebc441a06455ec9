"""An hour of moderate load: what a server and its clients hold must not grow."""
