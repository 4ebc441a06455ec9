"""Trading Pro: markets and a brokerage account, streamed type-safe to the browser."""
