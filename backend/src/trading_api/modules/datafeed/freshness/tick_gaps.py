"""How long a symbol is usually silent, learned from its own ticks."""

from bisect import bisect_left, insort
from collections import deque

# A source is bound to say something within so many of the silences that all but a few keep to.
FACTOR = 4
QUANTILE_PERCENT = 95
# Fewer say nothing; older ones are forgotten, so that a symbol that changes its rate is followed.
LEAST_GAPS = 20
MOST_GAPS = 128
# Ticks that follow each other faster count as one: of a burst the silence around it is learned.
BURST_MS = 1_000

FLOOR_MS = 10_000
CEILING_MS = 3_600_000
UNLEARNED_MS = 60_000
"""The bound until a symbol's own is learned."""


class TickGaps:
    """The newest gaps between ticks of one symbol; times are ms of any clock that goes on."""

    def __init__(self) -> None:
        self._newest: deque[int] = deque()
        self._ordered: list[int] = []
        self._last: int | None = None

    def tick(self, at: int) -> None:
        """Count a tick; one of the same burst changes nothing."""
        if self._last is None:
            self._last = at
            return
        gap = at - self._last
        if gap < BURST_MS:
            return
        self._last = at
        if len(self._newest) == MOST_GAPS:
            del self._ordered[bisect_left(self._ordered, self._newest.popleft())]
        self._newest.append(gap)
        insort(self._ordered, gap)

    def pause(self) -> None:
        """Say that the time until the next tick is no gap: nobody listens, or nothing trades."""
        self._last = None

    @property
    def learned(self) -> bool:
        return len(self._ordered) >= LEAST_GAPS

    @property
    def bound_ms(self) -> int:
        """How long a silence may be before it says that something is wrong."""
        if not self.learned:
            return UNLEARNED_MS
        usual = self._ordered[(len(self._ordered) - 1) * QUANTILE_PERCENT // 100]
        return min(max(FACTOR * usual, FLOOR_MS), CEILING_MS)
