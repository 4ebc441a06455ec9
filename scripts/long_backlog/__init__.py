"""A ledger of millions of steps, and clients that ask for nearly all of them."""
