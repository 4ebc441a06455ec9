"""When orders execute, at what price and how much: pure rules over the newest tick."""
