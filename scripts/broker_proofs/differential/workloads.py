"""What both engines are given: a market and the orders placed in it, drawn from a seed."""

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from .market import DayBar, Display, Quote, opened, path_of, quotes_of

Kind = Literal["market", "limit", "stop", "stop_limit"]
Tif = Literal["GTC", "DAY", "IOC", "FOK"]
Fed = Literal["bars", "path", "book"]
"""How the other engine hears the market: as bars, as the path of each bar, as levels of a book."""
KEEPS = 5
LIFE = (20, 250)
MOST = 30
"""The largest order on quotes."""
KINDS: tuple[Kind, ...] = ("market", "limit", "stop", "stop_limit")


@dataclass(frozen=True)
class Ask:
    """An order: placed after event `at` of the market, taken back after event `until`.

    Orders of one lane share a book at the other engine. Prices in cents; `side` is 1 or -1.
    """

    id: str
    at: int
    until: int
    type: Kind
    side: int
    qty: int
    limit: int | None = None
    stop: int | None = None
    tif: Tif = "GTC"
    lane: int = 0


@dataclass(frozen=True)
class Workload:
    """A market as our engine hears it, and orders whose events count in it."""

    name: str
    fed: Fed
    market: Sequence[DayBar | Quote]
    orders: Sequence[Ask]

    def given(self) -> dict[str, Any]:
        """Return what the other engine gets: lists and integers, whose events count in them."""
        market: list[list[int]] = []
        last: list[int] = []
        for event in self.market:
            heard: Sequence[tuple[int, ...]] = [event]
            if isinstance(event, DayBar):
                heard = path_of(event) if self.fed == "path" else [event[1:]]
            market += map(list, heard)
            last.append(len(market) - 1)
        orders = [
            asdict(one) | {"at": last[one.at], "until": last[one.until]} for one in self.orders
        ]
        return {"fed": self.fed, "market": market, "orders": orders}


def over_night(bars: Sequence[DayBar], seed: str, each: int, fed: Fed) -> Workload:
    """Orders at each close, held for up to `KEEPS` days: nearly every day opens with a gap.

    They are the same however the other engine is fed.
    """
    chance = random.Random(seed)
    asks: list[Ask] = []
    for number, bar in enumerate(bars[: -KEEPS - 1]):
        for place in range(each):
            lane = 0 if fed == "path" else number % (KEEPS + 1) * each + place
            drawn = _drawn(chance, bar.close, 0.015)
            asks.append(Ask(f"o{len(asks)}", number, number + KEEPS, *drawn, lane=lane))
    return Workload("held over night", fed, bars, asks)


def of_the_day(bars: Sequence[DayBar], seed: str, each: int) -> Workload:
    """Orders at each open, good for the session: none is held over a gap."""
    chance, halves = random.Random(f"day {seed}"), opened(bars)
    asks: list[Ask] = []
    for number in range(0, len(halves), 2):
        for place in range(each):
            drawn = _drawn(chance, halves[number].open, 0.006)
            lane = number // 2 % 2 * each + place
            asks.append(Ask(f"o{len(asks)}", number, number + 1, *drawn, tif="DAY", lane=lane))
    return Workload("good for the day", "bars", halves, asks)


def on_quotes(
    bars: Sequence[DayBar], seed: str, display: Display, kinds: Sequence[Kind]
) -> Workload:
    """Orders on quotes with sizes, one after the other, none longer than its session."""
    chance = random.Random(f"quotes {seed}")
    quotes: list[Quote] = []
    asks: list[Ask] = []
    for day, bar in enumerate(bars):
        at, quotes_of_day = len(quotes), quotes_of(bar, day, display)
        quotes += quotes_of_day
        last = len(quotes) - 1
        while at < last:
            until = min(at + chance.randint(*LIFE), last)
            waits: Tif = "DAY" if until == last else "GTC"
            drawn = _near(chance, chance.choice(kinds), quotes[at], waits)
            asks.append(Ask(f"o{len(asks)}", at, until, *drawn))
            at = until + 1
    return Workload("on quotes", "book", quotes, asks)


def _drawn(
    chance: random.Random, near: int, spread: float
) -> tuple[Kind, int, int, int | None, int | None]:
    """Return kind, side, quantity, limit and stop of an order that waits, if it has a price."""
    kind: Kind = chance.choice(("market", "limit", "stop"))
    side = chance.choice((1, -1))
    away = 1 + round(near * abs(chance.gauss(0, spread)))
    limit = near - side * away if kind == "limit" else None
    stop = near + side * away if kind == "stop" else None
    return kind, side, chance.randint(1, 20), limit, stop


def _near(
    chance: random.Random, kind: Kind, quote: Quote, waits: Tif
) -> tuple[Kind, int, int, int | None, int | None, Tif]:
    """Return an order near a quote: beyond it one time in five, else it waits."""
    side, qty = chance.choice((1, -1)), chance.randint(1, MOST)
    away = chance.randint(1, 60) * chance.choice((1, 1, 1, 1, -1))
    touch = quote.ask if side > 0 else quote.bid
    if kind == "market":
        return kind, side, qty, None, None, chance.choice(("IOC", "FOK"))
    if kind == "limit":
        tif = waits if away > 0 else chance.choice((waits, waits, "IOC", "FOK"))
        return kind, side, qty, touch - side * away, None, tif
    stop = touch + side * away
    limit = stop + side * chance.randint(-10, 10) if kind == "stop_limit" else None
    return kind, side, qty, limit, stop, waits
