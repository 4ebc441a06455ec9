"""A market of five hundred symbols, each two ticks a second, spread evenly over it."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from math import sin

from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.providers.base import Capabilities
from trading_api.shared.clock import SystemClock
from trading_api.shared.errors import Refusal

SYMBOLS = tuple(f"CROWD{number:03}" for number in range(500))
TICK_EVERY_MS = 500
LENGTHS_MS = {"1": 60_000, "15": 900_000, "1D": 86_400_000}
SIZE = 100
LOOKS_A_BAR = 8
"""A bar's high and low are those of so many moments of it."""


def crowd(settings: object) -> "Crowd":
    """Make the provider, as an entry point of a package would."""
    return Crowd()


class Crowd:
    """See `Provider` and `Tape`: everything is a function of symbol and time."""

    name = content = "crowd"
    continues_imports = False
    capabilities = Capabilities(tuple(LENGTHS_MS))

    def __init__(self) -> None:
        self._clock = SystemClock()
        self._numbers = {symbol: number for number, symbol in enumerate(SYMBOLS)}

    async def start(self) -> None:
        """Nothing to open."""

    async def stop(self) -> None:
        """Nothing to release."""

    def now_ms(self) -> int:
        return self._clock.now_ms()

    def instruments(self) -> Sequence[Instrument]:
        return [
            Instrument(
                symbol=symbol, description=f"One of a crowd, {symbol[-3:]}", exchange="CROWD",
                type="stock", currency="USD", timezone="Etc/UTC", session="24x7",
                price_scale=100, min_move=1, volume_precision=0,
                resolutions=tuple(LENGTHS_MS), live=True,
            )
            for symbol in SYMBOLS
        ]  # fmt: skip

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        length = LENGTHS_MS[resolution]
        now = self.now_ms()
        newest = (min(before - 1, now) // length) * length
        starts = range(newest - (count - 1) * length, newest + 1, length)
        return [self._bar(symbol, start, min(start + length - 1, now)) for start in starts]

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        return self.history(symbol, resolution, self.now_ms() + 1, 1)[0]

    def last_tick(self, symbol: str) -> Tick | None:
        return self.tick_until(symbol, self.now_ms())

    async def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        tick = self.tick_until(symbol, self.now_ms())
        while True:
            tick = self.tick_after(symbol, tick.time)
            await asyncio.sleep(max(0, tick.time - self.now_ms()) / 1000)
            yield tick

    def tick_after(self, symbol: str, after_ms: int) -> Tick:
        return self.tick_until(symbol, after_ms + TICK_EVERY_MS)

    def tick_until(self, symbol: str, until_ms: int) -> Tick:
        number = self._number(symbol)
        turn = (until_ms - number) // TICK_EVERY_MS
        last = self._price(number, turn)
        at = turn * TICK_EVERY_MS + number
        return Tick(at, last - 1, last + 1, last, SIZE, SIZE, SIZE)

    def is_quoted(self, symbol: str) -> bool:
        return True

    def opens(self, symbol: str, time_ms: int) -> bool:
        return False

    def begin(self) -> None:
        """Its time is the wall's."""

    def resume(self, time_ms: int) -> None:
        """Its time is the wall's."""

    def standstill(self) -> str:
        return ""

    def _bar(self, symbol: str, start: int, end: int) -> StoredBar:
        step = max(1, (end - start) // LOOKS_A_BAR)
        seen = [self.tick_until(symbol, at).last for at in (*range(start, end, step), end)]
        traded = (end - start) // TICK_EVERY_MS * SIZE
        return StoredBar(start, seen[0], max(seen), min(seen), seen[-1], traded)

    def _price(self, number: int, turn: int) -> int:
        """Return hundredths: a slow wave, a fast one, and a step at each turn."""
        slow, fast = 400 * sin(turn / 9_000 + number), 20 * sin(turn / 40 + 2 * number)
        return 10_000 + 30 * number + int(slow + fast) + (turn * 7 + number) % 5

    def _number(self, symbol: str) -> int:
        number = self._numbers.get(symbol)
        if number is None:
            raise Refusal("unknown_symbol", f"the crowd has no symbol {symbol[:40]!r}")
        return number
