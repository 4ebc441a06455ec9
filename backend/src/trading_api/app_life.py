"""From start to end of an app: its modules and streams, and how it takes its leave (rule C3)."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI

from trading_api.shared.market import TradingModule
from trading_api.shared.module_interface import Module, Startable
from trading_api.shared.ws.ws_app import WsApp

# Commands that were taken get this long for their answers; then the modules stop all the same.
ANSWERS_WITHIN_S = 2.0

logger = logging.getLogger(__name__)


class AppLife:
    """Starts modules, then streams; stops in reverse, also when a start fails half-way."""

    def __init__(self, ws_app: WsApp, parts: Sequence[Module]) -> None:
        self._ws_app = ws_app
        # A market is there before who trades on it, whatever the order of the modules.
        self._parts = sorted(parts, key=lambda part: isinstance(part, TradingModule))
        self._modules = AsyncExitStack()
        self._stopping: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def run(self, app: FastAPI) -> AsyncIterator[None]:
        """Be what the framework calls a lifespan."""
        self._stopping = None
        async with AsyncExitStack() as running:
            running.push_async_callback(asyncio.to_thread, self._ws_app.tracer.flush)
            running.push_async_callback(self._stop_modules)
            with self._ws_app.tracer.begin("start", {}):
                await self._start_modules()
            running.push_async_callback(self._ws_app.stop)
            await self._ws_app.start()
            yield

    async def _start_modules(self) -> None:
        for part in self._parts:
            if isinstance(part, Startable):
                self._modules.push_async_callback(part.stop)
                with self._ws_app.tracer.begin(f"start {part.name}", {}):
                    await part.start()

    async def leave(self, grace_s: float) -> None:
        """Take no more work, finish what was taken, publish it, and tell everybody.

        Returns when all sockets have taken what was queued; who waits decides how long. Cancelled,
        it leaves the modules to end by themselves.
        """
        draining = self._ws_app.draining
        draining.begin()
        if not await draining.answered(ANSWERS_WITHIN_S):
            logger.warning("commands_unanswered within_s=%g", ANSWERS_WITHIN_S)
        await self._stop_modules()
        await self._ws_app.endpoint.take_leave(grace_s)

    def hang_up(self) -> None:
        """Close every stream; its client comes back."""
        self._ws_app.draining.begin()
        self._ws_app.endpoint.hang_up()

    async def _stop_modules(self) -> None:
        """Stop them once, whoever asks first; a caller that gives up does not interrupt them."""
        if self._stopping is None:
            stopping = self._modules.aclose()
            self._stopping = asyncio.get_running_loop().create_task(stopping, name="stop modules")
        await asyncio.shield(self._stopping)
