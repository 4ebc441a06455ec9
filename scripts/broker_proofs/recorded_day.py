"""A day of ticks that is the same in every process: three markets, sessions, displayed sizes.

`ACME` is quoted in a session, `COIN` around the clock, `TRADES` tells its trades alone. Ticks lie
on whole seconds, so that markets often tick at the same time, and one lies on every close.
"""

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.tape_feed import TapeFeed
from trading_api.shared.market import TradedInstrument, TradingHours
from trading_api.shared.price_feed import PriceFeed

SECOND_MS, MINUTE_MS, DAY_MS = 1_000, 60_000, 86_400_000
DAY = 1_767_571_200_000
"""2026-01-05 00:00 UTC, a Monday."""
OPENS, CLOSES = DAY + 870 * MINUTE_MS, DAY + 1_260 * MINUTE_MS
END = DAY + DAY_MS + 10 * MINUTE_MS
UNCHANGED = 0.5
"""Ticks that leave prices and sizes: what was taken of a level stays taken."""


class Session:
    """Open each UTC day from `OPENS` to `CLOSES`, the close left out."""

    def is_open(self, time_ms: int) -> bool:
        return OPENS - DAY <= time_ms % DAY_MS < CLOSES - DAY

    def day_end(self, time_ms: int) -> int:
        end = time_ms - time_ms % DAY_MS + CLOSES - DAY
        return end if time_ms < end else end + DAY_MS


class AroundTheClock:
    """Always open; a day is the UTC day."""

    def is_open(self, time_ms: int) -> bool:
        return True

    def day_end(self, time_ms: int) -> int:
        return time_ms - time_ms % DAY_MS + DAY_MS


def _instrument(symbol: str, hours: TradingHours, scale: tuple[int, int, int]) -> TradedInstrument:
    return TradedInstrument(symbol, symbol, "stock", "USD", *scale, hours)


INSTRUMENTS = {
    "ACME": _instrument("ACME", Session(), (100, 1, 0)),
    "COIN": _instrument("COIN", AroundTheClock(), (100, 5, 4)),
    "TRADES": _instrument("TRADES", AroundTheClock(), (100, 1, 0)),
}
BASES = {"ACME": 10_000, "COIN": 2_000_000, "TRADES": 5_000}
WHOLE = {"ACME": 1, "COIN": 1_000, "TRADES": 1}
"""Quantity units of the smallest size that is displayed."""


class DayTape:
    """The ticks of the day, drawn from a seed; see `Tape`."""

    def __init__(self, seed: int) -> None:
        self.content = f"day-{seed}"
        self._ticks = {symbol: _ticks(symbol, seed) for symbol in INSTRUMENTS}
        self._times = {
            symbol: [tick.time for tick in ticks] for symbol, ticks in self._ticks.items()
        }

    @property
    def count(self) -> int:
        return sum(map(len, self._ticks.values()))

    def tick_after(self, symbol: str, after_ms: int) -> Tick | None:
        place = bisect_right(self._times[symbol], after_ms)
        ticks = self._ticks[symbol]
        return ticks[place] if place < len(ticks) else None

    def tick_until(self, symbol: str, until_ms: int) -> Tick | None:
        place = bisect_right(self._times[symbol], until_ms)
        return self._ticks[symbol][place - 1] if place else None

    def is_quoted(self, symbol: str) -> bool:
        return symbol != "TRADES"

    def opens(self, symbol: str, time_ms: int) -> bool:
        return symbol == "ACME" and time_ms == OPENS

    def begin(self) -> None:
        """Nothing to begin: the harness moves the time."""

    def resume(self, time_ms: int) -> None:
        """Nothing to resume, likewise."""

    def standstill(self) -> str:
        return ""


class RecordedMarket:
    """The day as a broker trades on it; `now` is where its time stands."""

    def __init__(self, tape: DayTape) -> None:
        self.now = DAY
        self._feed = TapeFeed(tape, lambda: self.now)

    @property
    def feed(self) -> PriceFeed:
        return self._feed

    def instrument(self, symbol: str) -> TradedInstrument | None:
        return INSTRUMENTS.get(symbol)

    def find(self, symbol: str) -> TradedInstrument | None:
        return self.instrument(symbol)

    def has_history_of(self, symbol: str) -> bool:
        return symbol in INSTRUMENTS

    def instruments(self) -> Sequence[TradedInstrument]:
        return list(INSTRUMENTS.values())


def _ticks(symbol: str, seed: int) -> list[Tick]:
    chance = random.Random(f"{seed} {symbol}")
    begin, end = (OPENS, CLOSES) if symbol == "ACME" else (DAY - 5 * MINUTE_MS, END)
    closes = {CLOSES, DAY + DAY_MS}
    seconds = range(begin // SECOND_MS, end // SECOND_MS + 1)
    times = [s * SECOND_MS for s in seconds if chance.random() < 0.12 or s * SECOND_MS in closes]
    if times[0] != begin:
        times.insert(0, begin)
    ticks: list[Tick] = []
    step = INSTRUMENTS[symbol].min_move
    middle = BASES[symbol] // step
    for time in times:
        if ticks and chance.random() < UNCHANGED:
            ticks.append(replace(ticks[-1], time=time))
            continue
        middle += chance.choice((-3, -2, -1, -1, 0, 0, 0, 1, 1, 2, 3))
        ticks.append(_tick(symbol, time, middle * step, chance))
    return ticks


def _tick(symbol: str, time: int, bid: int, chance: random.Random) -> Tick:
    ask = bid + INSTRUMENTS[symbol].min_move * chance.randint(1, 3)
    bid_size, ask_size, last_size = (chance.randint(5, 60) * WHOLE[symbol] for _ in range(3))
    return Tick(time, bid, ask, chance.choice((bid, ask)), bid_size, ask_size, last_size)
