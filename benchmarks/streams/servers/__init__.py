"""The servers of the race; each runs in the environment that holds its libraries."""
