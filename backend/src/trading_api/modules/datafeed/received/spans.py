"""When a symbol was heard, and which of its trading time was not. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from trading_api.modules.datafeed.sessions import TradingCalendar


class Span(NamedTuple):
    """The moments from `start` up to but not including `end`, in Unix ms."""

    start: int
    end: int


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the same moments as few spans as can be, ascending."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start <= whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole


def gaps(heard: Iterable[Span], calendar: TradingCalendar) -> list[Span]:
    """Return the trading time between the first and the last moment heard that was not heard.

    Ascending; a gap ends where its session does, and time without a session is none.
    """
    between = (Span(left.end, right.start) for left, right in pairwise(joined(heard)))
    return [gap for silence in between for gap in _sessions_in(silence, calendar)]


def touches(span: Span, gaps: Sequence[Span]) -> bool:
    """Whether any of the gaps, which ascend and do not overlap, has a moment of the span."""
    at = bisect_left(gaps, span.end, key=lambda gap: gap.start)
    return at > 0 and gaps[at - 1].end > span.start


def _sessions_in(span: Span, calendar: TradingCalendar) -> Iterator[Span]:
    at = span.start
    while at < span.end:
        part = calendar.part(at)
        until = min(part.end, span.end)
        if part.in_session:
            yield Span(at, until)
        at = until
