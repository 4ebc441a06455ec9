"""Whose turn it is: plays the ticks of several listeners in the order of the file."""

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from .replay_clock import ReplayClock
from .replay_series import ReplaySeries

Sleep = Callable[[float], Awaitable[None]]

# A replay at high speed always has ticks that are due: so many are played, for so long at most,
# before everything else in the loop gets its turn.
_TICKS_A_TURN = 50
_TURN_S = 0.005

# Below the loop's own precision; a tick this near is due.
_NOW_S = 1e-4


@dataclass(eq=False)
class Listener:
    """One iteration over the ticks of a series; `position` counts those that were played."""

    series: ReplaySeries
    position: int
    number: int
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def ended(self) -> bool:
        return self.position >= self.series.tick_count

    @property
    def key(self) -> tuple[int, int, int]:
        """Where its next tick stands among all: its time, its line, then who listened first."""
        series, position = self.series, self.position
        return series.tick_time(position), series.tick_line(position), self.number


class Turns:
    """Lets the listener with the earliest tick play, when its time has come.

    A listener that lags holds the replay's time back rather than losing ticks.
    """

    def __init__(self, clock: ReplayClock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._waiting: list[tuple[tuple[int, int, int], Listener]] = []
        self._played_ms = 0
        self._in_a_row = 0
        self._turn_ends_s = 0.0
        self._joined = 0

    def now_ms(self) -> int:
        """Return the replay's time: never beyond a listener's next tick. From any thread."""
        now = self._clock.now_ms()
        # A slice, for the loop may empty the list meanwhile.
        for (next_ms, _, _), _ in self._waiting[:1]:
            now = min(now, next_ms - 1)
        return max(now, self._played_ms)

    def join(self, series: ReplaySeries, position: int) -> Listener:
        """Return a listener to the ticks from `position` on, of which there is one or more."""
        self._joined += 1
        listener = Listener(series, position, self._joined)
        heapq.heappush(self._waiting, (listener.key, listener))
        return listener

    def leave(self, listener: Listener) -> None:
        self._waiting = [entry for entry in self._waiting if entry[1] is not listener]
        heapq.heapify(self._waiting)
        self._wake_first()

    async def wait(self, listener: Listener) -> None:
        """Return when the listener's next tick is due and nobody's comes before it."""
        while True:
            if self._waiting[0][1] is not listener:
                listener.woken.clear()
                await listener.woken.wait()
                continue
            delay = self._clock.seconds_until(listener.key[0])
            if delay > _NOW_S:
                await self._sleep(delay)
                self._begin_turn()
            elif self._in_a_row >= _TICKS_A_TURN or self._clock.wall_s() >= self._turn_ends_s:
                await asyncio.sleep(0)
                self._begin_turn()
            else:
                self._in_a_row += 1
                return

    def _begin_turn(self) -> None:
        self._in_a_row = 0
        self._turn_ends_s = self._clock.wall_s() + _TURN_S

    def played(self, listener: Listener) -> None:
        """Note that the listener, whose turn it is, takes its tick."""
        self._played_ms = listener.key[0]
        listener.position += 1
        if listener.ended:
            heapq.heappop(self._waiting)
        else:
            heapq.heapreplace(self._waiting, (listener.key, listener))
        self._wake_first()

    def _wake_first(self) -> None:
        if self._waiting:
            self._waiting[0][1].woken.set()
