"""The durable record of the accounts, and the one thread that writes it."""
