"""Judges by which of the six phases of the methodology each stream of the checkout is built."""
