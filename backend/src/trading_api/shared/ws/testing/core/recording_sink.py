"""A socket that remembers what it was given and takes more only when the test says."""

from trading_api.shared.ws.delivery.outbox import Outbox
from trading_api.shared.ws.hub.send_turn import SendTurn
from trading_api.shared.ws.rfc6455 import payloads_of
from trading_api.shared.ws.transport.frame_sink import Listener


class RecordingSink:
    """A `FrameSink` that is blocked from each write until `accept`."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.writes = 0
        self.closed: tuple[int, str] | None = None
        self.is_aborted = False
        self._listener: Listener | None = None

    def attach(self, listener: Listener) -> None:
        self._listener = listener

    def write(self, data: bytes) -> None:
        self.writes += 1
        self.texts += [payload.decode() for payload in payloads_of(data)]
        if self._listener is not None:
            self._listener.pause()

    def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)

    def abort(self) -> None:
        self.is_aborted = True

    def taken(self) -> list[str]:
        """Return what was written since the last call."""
        texts, self.texts = self.texts, []
        return texts


def idle_turn(bound: int = 1024 * 1024) -> SendTurn:
    """Return a turn that comes only when the test calls `run`."""
    return SendTurn(lambda run: None, bound)


def blocking_outbox(limit_bytes: int = 10_000) -> tuple[Outbox, RecordingSink]:
    """Return an outbox and its socket, which takes one write and then waits for `accept`."""
    sink = RecordingSink()
    outbox = Outbox(limit_bytes, idle_turn(), sink)
    sink.attach(outbox)
    return outbox, sink


def take(outbox: Outbox, sink: RecordingSink) -> list[str]:
    """Let the socket take what is queued; return it. It accepts no more until `accept`."""
    outbox.flush()
    outbox.pause()
    return sink.taken()


def accept(outbox: Outbox) -> None:
    """Let the socket accept what it took, and those go on who waited for it."""
    outbox.resume()
    outbox.drain()
