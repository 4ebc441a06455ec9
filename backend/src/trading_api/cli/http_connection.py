"""Uvicorn's HTTP connection, with a bound on the wait for a request."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_WITHIN_S = 10.0


class HttpConnection(H11Protocol):
    """Closes when a request is not there whole in time.

    The first one's time begins when the connection opens, a later one's with its first byte;
    between requests uvicorn's own limit holds. Uvicorn alone waits for ever, so that a socket was
    to be had, and kept, for nothing.
    """

    request_within_s = REQUEST_WITHIN_S
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._set_deadline()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self._awaits_request():
            self._lift_deadline()
        elif self._deadline is None:
            self._set_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        self._lift_deadline()
        super().connection_lost(exc)

    def _awaits_request(self) -> bool:
        # What was upgraded is no HTTP connection any more, and not among them.
        is_incomplete = self.conn.their_state in (h11.IDLE, h11.SEND_BODY)
        return is_incomplete and self in self.connections

    def _set_deadline(self) -> None:
        self._deadline = self.loop.call_later(self.request_within_s, self.transport.close)

    def _lift_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
