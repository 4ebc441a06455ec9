"""Simulated instruments that trade in the sessions of an exchange."""
