"""How long a new stream takes, from the command to a green checkout."""
