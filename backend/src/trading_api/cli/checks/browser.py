"""What only a browser or the test suite can tell; said so, with where to look."""

from trading_api.shared.diagnostics import Check, Finding, not_checked

DROPS = "Connection drops"
TESTS = "Tests fail unexpectedly"


def checks() -> list[Check]:
    return [
        Check(DROPS, "one WebSocketBase for all clients, reconnecting", _reconnection),
        Check(DROPS, "errors in the browser", _console),
        Check(TESTS, "integration tests, timeouts and simulated data", _suite),
    ]


def _reconnection() -> Finding:
    return not_checked("it is the page's", "read the status badge, its tooltip names the reason")


def _console() -> Finding:
    return not_checked("they are the browser's", "open its developer tools, then Console")


def _suite() -> Finding:
    return not_checked("the suite starts the backend that it needs", "make test")
