"""How a connection ended, in a reader's words."""

from trading_api.shared.errors import CLOSE_CODES

# What ends a connection beside the codes of ours.
USUAL = {
    1000: "the client was done",
    1001: "the page was left",
    1005: "the client closed without a code",
    1006: "no close frame: the network was cut, or the client's process ended",
    1011: "no sign of life after a ping, or a fault of the server",
    1012: "the server ended",
}


def close_reason(code: int) -> str:
    """Return why; a client may close with any code of its own."""
    if code in CLOSE_CODES:
        return CLOSE_CODES[code].reason
    return USUAL.get(code, "the client closed with a code of its own")
