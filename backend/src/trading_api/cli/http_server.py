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
from typing import Any

import uvicorn
from fastapi import FastAPI

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.transport.deadlines import Keepalive
from trading_api.shared.ws.transport.served_socket import served_socket

# Rule C3: connections get this long to finish, the modules then this much more to stop.
GRACE_S = 10
SHUTDOWN_LIMIT_S = GRACE_S + 5.0
# A terminal and a supervisor may both pass on one wish to end; only a later signal insists.
SAME_WISH_S = 0.5
ENDING = (signal.SIGINT, signal.SIGTERM)

logger = logging.getLogger("trading_api.server")


class ListeningServer(uvicorn.Server):
    """Says when it listens, ends in bounded time and leaves with exit code 0."""

    def __init__(self, config: uvicorn.Config, on_listening: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_listening = on_listening
        self._asked_s = 0.0

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_listening()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await asyncio.wait_for(self._shutdown(sockets), SHUTDOWN_LIMIT_S)
        except TimeoutError:
            logger.error("shutdown_cut_short limit_s=%s", SHUTDOWN_LIMIT_S)

    async def _shutdown(self, sockets: list[socket.socket] | None) -> None:
        await super().shutdown(sockets)
        if self.force_exit:
            # Who insists does not wait for connections; modules close their files all the same.
            await self.lifespan.shutdown()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if not self.should_exit:
            self.should_exit = True
            self._asked_s = time.monotonic()
        elif time.monotonic() - self._asked_s > SAME_WISH_S:
            self.force_exit = True

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
    app: FastAPI, listener: socket.socket, limits: Limits, on_listening: Callable[[], None]
) -> None:
    """Serve `app` on the bound `listener` until asked to end.

    Raises:
        ConfigurationError: a module could not start as configured.
    """
    guarded = StartupGuard(app)
    server = ListeningServer(server_config(guarded, limits), on_listening)
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
        ws=served_socket(limits.frame_bytes, keepalive),
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_S,
    )
