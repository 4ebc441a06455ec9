"""Uvicorn's WebSocket with the rules of ours that need the transport (rules C1, E2, U4)."""

import asyncio

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol


class ServedSocket(WebSocketsSansIOProtocol):
    """A WebSocket that asks no life of whom it keeps waiting, and lets go of whom it gave up."""

    send_stall_s: float
    """Time for which blocked output excuses a missing pong."""
    abort_after_s: float
    """A transport closes once its peer has taken what is queued; after this time it is cut."""
    _blocked_at: float | None = None
    _late_pong = b""

    def pause_writing(self) -> None:
        super().pause_writing()
        self._blocked_at = self.loop.time()

    def resume_writing(self) -> None:
        self._blocked_at = None
        self.transport.write(self._late_pong)
        self._late_pong = b""
        super().resume_writing()

    def handle_ping(self) -> None:
        """Answer now or, while output is blocked, the newest of all later (RFC 6455, 5.5.3)."""
        pong = b"".join(self.conn.data_to_send())
        if self._blocked_at is None:
            self.transport.write(pong)
        else:
            self._late_pong = pong

    def keepalive_timeout(self) -> None:
        """Give up, unless the pong may be waiting unread here or unsendable there."""
        if self.read_paused or self._is_excused():
            self.pong_timer = None
            self.schedule_ping()
            return
        super().keepalive_timeout()
        self._abort_later()

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        self._abort_later()

    def _is_excused(self) -> bool:
        blocked_at = self._blocked_at
        return blocked_at is not None and self.loop.time() - blocked_at < self.send_stall_s

    def _abort_later(self) -> None:
        if self.transport.get_write_buffer_size() > 0:
            self.loop.call_later(self.abort_after_s, self.transport.abort)


def served_socket(send_stall_s: float, abort_after_s: float = 10.0) -> type[ServedSocket]:
    """Return the protocol class for a server, which makes an instance a connection."""
    limits = {"send_stall_s": send_stall_s, "abort_after_s": abort_after_s}
    return type("BoundedSocket", (ServedSocket,), limits)
