"""The engine room: one thread that applies inputs to the accounts and commits what they did."""
