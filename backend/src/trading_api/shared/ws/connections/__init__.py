"""One client: its socket, its frames, how fast and how well it speaks."""
