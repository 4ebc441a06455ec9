"""How late the loop comes to what is due: the first sign of a server that has too much to do."""

import asyncio
from collections.abc import Awaitable, Callable

from trading_api.shared.clock import Clock
from trading_api.shared.distribution import FINE_S, Distribution

LOOK_INTERVAL_S = 0.1

Sleep = Callable[[float], Awaitable[None]]


class LoopWatch:
    """Sleeps for a known time and measures by how much it was woken later."""

    def __init__(self, clock: Clock, on_look: Callable[[], None], sleep: Sleep) -> None:
        """`on_look` is called at each look."""
        self.lag = Distribution(FINE_S)
        self._clock = clock
        self._on_look = on_look
        self._sleep = sleep
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self.watch(), name="loop watch")

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            due_s = self._clock.monotonic_s() + LOOK_INTERVAL_S
            await self._sleep(LOOK_INTERVAL_S)
            self.lag.observe(max(0.0, self._clock.monotonic_s() - due_s))
            self._on_look()
