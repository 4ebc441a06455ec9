"""Small faults, one at a time in a copy of the sources: the tests of the rule must notice each."""
