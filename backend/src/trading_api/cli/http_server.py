"""Uvicorn as the product runs it: limits, signals, a bounded end, start-up faults in one line."""

import asyncio
import contextlib
import logging
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, Protocol

import uvicorn
from fastapi import FastAPI

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.transport.deadlines import Keepalive
from trading_api.shared.ws.transport.served_socket import served_socket

from .http_connection import HttpConnection

# Rule C3: connections get this long to finish, the modules then this much more to stop.
GRACE_S = 10
SHUTDOWN_LIMIT_S = GRACE_S + 5.0
# A terminal and a supervisor may both pass on one wish to end; only a later signal insists.
SAME_WISH_S = 0.5
ENDING = (signal.SIGINT, signal.SIGTERM)

logger = logging.getLogger("trading_api.server")


class Life(Protocol):
    """How an app takes its leave."""

    async def leave(self, grace_s: float) -> None:
        """Finish what was taken and tell everybody; may be cancelled."""
        ...

    def hang_up(self) -> None:
        """Close every stream."""
        ...


class NothingToFinish:
    """The leave of an app that says nothing of its own."""

    async def leave(self, grace_s: float) -> None:
        """Return at once."""

    def hang_up(self) -> None:
        """Leave the sockets to the server."""


class ListeningServer(uvicorn.Server):
    """Says when it listens, ends in bounded time and leaves with exit code 0."""

    grace_s: float = GRACE_S
    same_wish_s = SAME_WISH_S

    def __init__(
        self,
        config: uvicorn.Config,
        on_listening: Callable[[], None],
        life: Life,
        *,
        shares_port: bool = False,
    ) -> None:
        super().__init__(config)
        self._on_listening = on_listening
        self._life = life
        self._shares_port = shares_port
        self._asked_s = 0.0
        self._insisted = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self._on_listening()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await asyncio.wait_for(self._shutdown(sockets), SHUTDOWN_LIMIT_S)
        except TimeoutError:
            logger.error("shutdown_cut_short limit_s=%s", SHUTDOWN_LIMIT_S)

    async def _shutdown(self, sockets: list[socket.socket] | None) -> None:
        if self._shares_port:
            # Who comes now is another's.
            for server in self.servers:
                server.close()
        began_s = time.monotonic()
        await self._drain()
        left_s = self.grace_s - (time.monotonic() - began_s)
        self.config.timeout_graceful_shutdown = max(1, round(left_s))
        await super().shutdown(sockets)
        if self.force_exit:
            # Who insists does not wait for connections; modules close their files all the same.
            await self.lifespan.shutdown()

    async def _drain(self) -> None:
        """Finish within the grace, or until somebody insists; then close every stream."""
        leaving = asyncio.create_task(self._life.leave(self.grace_s), name="drain")
        insisted = asyncio.create_task(self._insisted.wait())
        both = {leaving, insisted}
        await asyncio.wait(both, timeout=self.grace_s, return_when=asyncio.FIRST_COMPLETED)
        for task in both:
            task.cancel()
        outcome, _ = await asyncio.gather(leaving, insisted, return_exceptions=True)
        if isinstance(outcome, Exception):
            logger.error("drain_failed", exc_info=outcome)
        self._life.hang_up()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if not self.should_exit:
            self.should_exit = True
            self._asked_s = time.monotonic()
        elif time.monotonic() - self._asked_s > self.same_wish_s:
            self.force_exit = True
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._insisted.set)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # Unlike uvicorn's own, this does not raise the signal again: a server that was asked to
        # end and did has not failed. What comes after the end must not make it look so either.
        for number in ENDING:
            signal.signal(number, self.handle_exit)
        try:
            yield
        finally:
            for number in ENDING:
                signal.signal(number, signal.SIG_IGN)


def run_server(
    app: FastAPI,
    listener: socket.socket,
    limits: Limits,
    on_listening: Callable[[], None],
    *,
    shares_port: bool = False,
) -> None:
    """Serve `app` on the bound `listener` until asked to end.

    One that shares its port with another process stops to listen as soon as it is asked to end;
    one that does not goes on to answer that it is leaving.

    Raises:
        ConfigurationError: a module could not start as configured.
    """
    guarded = StartupGuard(app)
    config = server_config(guarded, limits)
    life: Life = getattr(getattr(app, "state", None), "life", NothingToFinish())
    server = ListeningServer(config, on_listening, life, shares_port=shares_port)
    try:
        server.run(sockets=[listener])
    except SystemExit:
        if guarded.refused is not None:
            raise guarded.refused from None
        raise


class StartupGuard:
    """The app, with a refusal to start kept aside instead of logged as a traceback."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self.refused: ConfigurationError | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return

        async def send_without_traceback(message: Any) -> None:
            fault = sys.exception()
            if message["type"] == "lifespan.startup.failed" and isinstance(
                fault, ConfigurationError
            ):
                self.refused = fault
                # Said once, by the command; uvicorn would add a line that explains nothing.
                logging.getLogger("uvicorn.error").disabled = True
                message = {"type": "lifespan.startup.failed"}
            await send(message)

        await self._app(scope, receive, send_without_traceback)


def server_config(app: Any, limits: Limits) -> uvicorn.Config:
    """Return how the product serves the ASGI application `app`."""
    keepalive = Keepalive(limits.ping_interval_s, limits.ping_timeout_s, limits.send_stall_s)
    return uvicorn.Config(
        app,
        loop="auto",  # uvloop where it exists
        http=HttpConnection,
        ws=served_socket(limits.frame_bytes, keepalive),
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_S,
    )
