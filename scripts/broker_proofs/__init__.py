"""Proofs of what the brokerage promises to survive: killed servers, restarts, other engines."""
