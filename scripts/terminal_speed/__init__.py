"""`make terminal-speed`: what five hundred ticking symbols cost the terminal."""
