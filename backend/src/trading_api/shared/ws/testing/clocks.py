"""Clocks that stand until the test moves them, and a loop that runs until it rests."""

import asyncio


class ManualClock:
    """A clock that stands until it is told."""

    def __init__(self, now_ms: int = 1_700_000_000_000) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        return self._now_ms

    def monotonic_s(self) -> float:
        return self._now_ms / 1000

    def advance(self, seconds: float) -> None:
        self._now_ms += round(seconds * 1000)


class SteppedClock(ManualClock):
    """A clock whose sleepers wake as it is stepped on."""

    def __init__(self, now_ms: int = 1_700_000_000_000) -> None:
        super().__init__(now_ms)
        self._sleepers: list[tuple[int, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        sleeper = (self._now_ms + round(seconds * 1000), asyncio.Future[None]())
        self._sleepers.append(sleeper)
        try:
            await sleeper[1]
        finally:
            self._sleepers.remove(sleeper)

    async def step(self, seconds: float) -> None:
        """Let time pass from one sleeper's end to the next, as it would on a quick machine."""
        end_ms = self._now_ms + round(seconds * 1000)
        await self._rest()
        while (due := min((wakes for wakes, _ in self._sleepers), default=end_ms + 1)) <= end_ms:
            self._now_ms = max(self._now_ms, due)
            for wakes, sleeper in self._sleepers:
                if wakes <= self._now_ms and not sleeper.done():
                    sleeper.set_result(None)
            await self._rest()
        self._now_ms = end_ms

    async def _rest(self) -> None:
        """Run what is ready until all that slept sleep again; give up on what has ended."""
        awake = len(self._sleepers)
        for turn in range(1000):
            await asyncio.sleep(0)
            asleep = sum(not sleeper.done() for _, sleeper in self._sleepers)
            if turn >= 5 and asleep >= awake:
                return


async def settle(turns: int = 10) -> None:
    """Let the loop run everything that is ready."""
    for _ in range(turns):
        await asyncio.sleep(0)
