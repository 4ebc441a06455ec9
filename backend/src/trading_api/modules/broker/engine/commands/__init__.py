"""What clients ask of an account: each is checked whole before anything changes."""
