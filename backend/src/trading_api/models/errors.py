"""What every refused HTTP request is answered with."""

from .wire import WireModel


class ErrorReply(WireModel):
    """A stable `code` of the error table, and a sentence naming what was expected and what came."""

    code: str
    message: str
