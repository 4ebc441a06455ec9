"""The parts of the product; each is always the same few files."""
