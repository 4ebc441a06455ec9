"""How fresh one symbol is as time goes by."""

from typing import NamedTuple

from trading_api.modules.datafeed.sessions import TradingCalendar, stretch

from .judgement import State, judge
from .tick_gaps import TickGaps


class Moment(NamedTuple):
    """One moment by two clocks, in ms: those of a replay run apart."""

    own: int
    """Our own, which only goes on: silence is what a user waits."""
    feed: int
    """The feed's, Unix time: sessions are in it."""


class Status(NamedTuple):
    """What is told of a symbol; times are the feed's, Unix ms."""

    state: State
    since: int
    bound_ms: int
    """The silence, by our own clock, after which it is stale in session."""
    next_open: int | None
    """When trading begins or goes on; None while it is open."""
    next_close: int | None
    """When it ends or pauses; None while it is closed, and where it never does."""
    reason: str | None
    """Why it is halted, or why nothing can come."""


class SymbolFreshness:
    """Told of ticks and troubles, asked how fresh the symbol is; no clock of its own."""

    def __init__(self, calendar: TradingCalendar, at: Moment) -> None:
        self._calendar = calendar
        self._gaps = TickGaps()
        self._stretch = stretch(calendar, at.feed)
        self._expecting = self._newest = at.own
        self._trouble: str | None = None
        self._halt: str | None = None
        self._state: State | None = None
        self._since = at.feed

    def listen(self, at: Moment) -> None:
        """Somebody listens from now on: what was missed before says nothing."""
        self._begin(at)
        self._trouble = None

    def ticked(self, at: Moment) -> None:
        self._follow(at)
        if self._stretch.is_open:
            self._gaps.tick(at.own)
        self._newest = at.own
        self._trouble = None

    def troubled(self, reason: str) -> None:
        """The source is over, or dead until it is restarted: nothing comes until a tick does."""
        self._trouble = reason

    def halted(self, reason: str | None, at: Moment) -> None:
        """Take what the provider says of trading: why it is halted, None while it is not."""
        if self._halt != reason:
            self._halt = reason
            self._begin(at)

    def status(self, at: Moment) -> Status:
        """Return how fresh the symbol is now."""
        self._follow(at)
        state = judge(
            is_open=self._stretch.is_open,
            source_runs=self._trouble is None,
            halted=self._halt is not None,
            silence_ms=at.own - self._newest,
            bound_ms=self._gaps.bound_ms,
        )
        if state != self._state:
            self._state = state
            self._since = self._stretch.start if state == "closed" else at.feed
        is_open, end = self._stretch.is_open, self._stretch.end
        return Status(
            state=state,
            since=self._since,
            bound_ms=self._gaps.bound_ms,
            next_open=None if is_open else end,
            next_close=end if is_open else None,
            reason=self._reason(state),
        )

    def silence_bound_s(self, at: Moment) -> float | None:
        """Return after how much silence a stream of the symbol is stale.

        None while silence says nothing: it is closed or halted, or has been expected to tick for
        less than that.
        """
        self._follow(at)
        bound_ms = self._gaps.bound_ms
        is_expected = self._stretch.is_open and self._halt is None
        if not is_expected or at.own - self._expecting <= bound_ms:
            return None
        return bound_ms / 1000

    def _follow(self, at: Moment) -> None:
        """Begin anew when the market has opened or closed since the last look."""
        end = self._stretch.end
        if at.feed < self._stretch.start or (end is not None and at.feed >= end):
            self._stretch = stretch(self._calendar, at.feed)
            self._begin(at)

    def _begin(self, at: Moment) -> None:
        self._gaps.pause()
        self._expecting = self._newest = at.own

    def _reason(self, state: State) -> str | None:
        if state == "halted":
            return self._halt
        return self._trouble if state == "stale" else None
