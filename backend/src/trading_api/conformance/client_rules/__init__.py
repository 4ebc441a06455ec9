"""The scenes that a client is judged by, each named by its rule; they are played in this order."""
