"""The contract court: what a change of the contract does to clients that exist. A tool, pure."""
