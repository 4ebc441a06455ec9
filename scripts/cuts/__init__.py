"""A thousand cuts: listeners of both languages while network and server fail at random."""
