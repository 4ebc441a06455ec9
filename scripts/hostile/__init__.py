"""Hostile clients against a server process of its own: bad frames, and clients that come and go."""
