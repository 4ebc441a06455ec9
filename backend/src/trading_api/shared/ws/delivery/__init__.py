"""How updates reach connections: the life of topics, what they hold, each connection's side."""
