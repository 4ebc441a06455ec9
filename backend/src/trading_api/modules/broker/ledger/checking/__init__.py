"""Proof that the record is whole: hashes, counters, sums, and the tables that follow from it."""
