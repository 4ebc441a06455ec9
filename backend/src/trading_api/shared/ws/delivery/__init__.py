"""From a topic to a connection's outbox: one connection and one topic."""
