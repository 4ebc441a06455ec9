"""Slow clients beside others: what the others notice, what the server keeps, what comes after."""
