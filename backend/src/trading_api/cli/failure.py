"""How a command says that it failed."""


class CommandFailed(Exception):
    """The command ran and failed; the message is one line naming the cause and the remedy."""
