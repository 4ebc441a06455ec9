"""How fast the broker answers over HTTP, and how soon its streams tell of it."""
