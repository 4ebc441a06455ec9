"""How long an update waits between its publication and its write, asked of a few rounds. Pure.

Nothing is asked on the way: a sample takes the place of what wakes the turn, for one round, and
puts it back. Rounds that are not sampled run as if this did not exist.
"""

from collections.abc import Callable

from trading_api.shared.clock import Clock
from trading_api.shared.distribution import FINE_S, Distribution

from .send_turn import SendTurn


class WriteLatency:
    """Seconds from the first frame that a round queued until its last was written."""

    def __init__(self, turn: SendTurn, clock: Clock) -> None:
        self.seconds = Distribution(FINE_S)
        self._turn = turn
        self._clock = clock
        self._wake = turn.call_soon
        self._since_s: float | None = None

    def sample(self) -> None:
        """Measure the next round; without effect while one is measured."""
        if self._since_s is None:
            self._turn.call_soon = self._begin

    def _begin(self, run: Callable[[], None]) -> object:
        """The round's first frame was queued."""
        self._since_s = self._clock.monotonic_s()
        return self._go_on(run)

    def _go_on(self, run: Callable[[], None]) -> object:
        self._turn.call_soon = self._wake
        return self._wake(self._run)

    def _run(self) -> None:
        """Write a part of the round; a long one takes more than one turn."""
        self._turn.call_soon = self._go_on
        self._turn.run()
        if self._turn.is_midway:
            return
        self._turn.call_soon = self._wake
        if self._since_s is not None:
            self.seconds.observe(self._clock.monotonic_s() - self._since_s)
            self._since_s = None
