"""A clock for sources that wait: no test waits with them."""

import asyncio


class PassingClock:
    """A clock whose time passes only while somebody sleeps, and then at once."""

    def __init__(self, now_ms: int = 1_700_000_000_000) -> None:
        self._now_ms = float(now_ms)

    def now_ms(self) -> int:
        return int(self._now_ms)

    def monotonic_s(self) -> float:
        return self._now_ms / 1000

    async def sleep(self, seconds: float) -> None:
        self._now_ms += seconds * 1000
        await asyncio.sleep(0)
