"""The flight recorder: what a client sent and got, in a file, and a server that plays it again."""
