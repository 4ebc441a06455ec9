"""Fill by fill: equal, differing by a documented rule of ours, or explained by none."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from .market import DayBar, Quote
from .our_fills import Fill
from .workloads import Ask, Workload

EXAMPLES = 3
UNEXPLAINED = "UNEXPLAINED"
LIMIT_GAP = "limit over a gap: at the open (ours), at the limit (theirs)"
STOP_GAP = "stop over a gap: at the open (ours), at the stop (theirs)"
LIMIT_REST = "rest of a limit, market beyond it: at the market (ours), at the limit (theirs)"
STOP_REST = "rest of a stop: at the next quote (ours), when its price is reached again (theirs)"
PASSED_REST = "rest of a stop passed before it came: at the next quote (ours), never (theirs)"
Theirs = Mapping[str, Sequence[Sequence[int]]]
"""Time, price and quantity of each fill, by the order's id."""


@dataclass
class Comparison:
    """What the fills of a workload came to; a fill of one side alone counts as one."""

    orders: int = 0
    fills: int = 0
    equal: int = 0
    same_time: int = 0
    first: int = 0
    first_equal: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    differing: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def share(self) -> Decimal:
        """The equal ones among all fills."""
        return Decimal(self.equal) / max(1, self.fills)


class _Pair(NamedTuple):
    """Each side's fill of one number of an order; None where a side has no such fill."""

    order: Ask
    number: int
    our: Fill | None
    their: Sequence[int] | None
    placed: DayBar | Quote
    """What the market was when the order came."""


def compare(workload: Workload, ours: Mapping[str, Sequence[Fill]], theirs: Theirs) -> Comparison:
    """Compare the fills of each order, in their sequence."""
    result = Comparison(len(workload.orders))
    bars = {one.end: one for one in workload.market if isinstance(one, DayBar)}
    ends = sorted(bars)
    for order in workload.orders:
        heard = [_at_end(ends, their) for their in theirs.get(order.id, ())]
        reason: str | None = None
        for number, (our, their) in enumerate(zip_longest(ours.get(order.id, ()), heard)):
            pair = _Pair(order, number, our, their, workload.market[order.at])
            reason = _reason(pair, bars, reason)
            _count(result, pair, reason)
    return result


def _at_end(ends: Sequence[int], fill: Sequence[int]) -> Sequence[int]:
    """Return a fill within a bar as one at the bar's end; where there are none, as it is."""
    return [ends[bisect_left(ends, fill[0])], *fill[1:]] if ends else fill


def _count(result: Comparison, pair: _Pair, reason: str | None) -> None:
    order, number, our, their, _ = pair
    result.fills += 1
    result.kinds[order.type] += 1
    result.first += number == 0
    if our is not None and their is not None:
        result.same_time += our.time == their[0]
    if reason is None:
        result.equal += 1
        result.first_equal += number == 0
        return
    result.differing[reason] += 1
    if result.differing[reason] <= EXAMPLES:
        result.examples.append(f"{reason}: {order}, fill {number}, ours {our}, theirs {their}")


def _reason(pair: _Pair, bars: Mapping[int, DayBar], before: str | None) -> str | None:
    """Return the rule of ours that makes a fill differ, None when it is equal.

    `before` is that of the order's fill before: what one side took at another time, the other
    takes at another time too.
    """
    order, number, our, their, _ = pair
    if our is not None and their is not None and list(our[:3]) == list(their):
        return None
    if number and order.type == "stop":
        return before if before in (STOP_REST, PASSED_REST) else _rest_of_stop(pair)
    if our is None or their is None or [our.time, our.qty] != [their[0], their[2]]:
        return UNEXPLAINED
    if our.rule == "bar_open":
        return _over_gap(order, bars[our.time].open, (our.price, their[1]))
    better = order.limit is not None and (order.limit - our.price) * order.side > 0
    if number and our.rule == "limit_taking" and better and their[1] in (order.limit, order.stop):
        return LIMIT_REST
    return UNEXPLAINED


def _over_gap(order: Ask, opened: int, prices: tuple[int, int]) -> str:
    own = order.limit if order.limit is not None else order.stop
    if own is None or prices != (opened, own):
        return UNEXPLAINED
    beyond = (own - opened) * order.side
    if order.type == "limit" and beyond > 0:
        return LIMIT_GAP
    return STOP_GAP if order.type == "stop" and beyond < 0 else UNEXPLAINED


def _rest_of_stop(pair: _Pair) -> str:
    """Return the rule of a later fill of a triggered stop that only we have, or have earlier."""
    order, _, our, their, placed = pair
    if our is None or order.stop is None or our.rule != "market_at_touch":
        return UNEXPLAINED
    if their is None and isinstance(placed, Quote):
        touch = placed.ask if order.side > 0 else placed.bid
        if (touch - order.stop) * order.side >= 0:
            return PASSED_REST
    later = their is None or their[0] > our.time
    return STOP_REST if later and (our.price - order.stop) * order.side < 0 else UNEXPLAINED
