"""Engine and ledger in one process, beside a bare loop that writes the same rows."""
