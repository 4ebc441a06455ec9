"""One timer for many sockets that each have the same time for something."""

import asyncio
from collections.abc import Callable
from itertools import takewhile
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Deadlines(Generic[T]):
    """Calls `on_due` with each item `delay_s` after it was added, unless it was discarded.

    All have the same delay, so the oldest is due first and a dict in order is a queue.
    """

    def __init__(self, delay_s: float, on_due: Callable[[T], None]) -> None:
        self._delay_s = delay_s
        # Who comes within this time is served by one waking.
        self._tick_s = delay_s / 100
        self._on_due = on_due
        self._due_s: dict[T, float] = {}
        self._is_timed = False

    def __contains__(self, item: T) -> bool:
        return item in self._due_s

    def add(self, item: T) -> None:
        """Give `item` its time, from now."""
        self._due_s.pop(item, None)
        self._due_s[item] = asyncio.get_running_loop().time() + self._delay_s
        if not self._is_timed:
            self._wake_in(self._delay_s)

    def discard(self, item: T) -> None:
        self._due_s.pop(item, None)

    def _wake_in(self, delay_s: float) -> None:
        self._is_timed = True
        asyncio.get_running_loop().call_later(delay_s, self._wake)

    def _wake(self) -> None:
        self._is_timed = False
        now_s = asyncio.get_running_loop().time()
        for item, _ in list(takewhile(lambda one: one[1] <= now_s, self._due_s.items())):
            if self._due_s.pop(item, now_s + 1) <= now_s:
                self._on_due(item)
        if self._due_s and not self._is_timed:
            oldest_s = next(iter(self._due_s.values()))
            self._wake_in(max(oldest_s - now_s, self._tick_s))


class Watched(Protocol):
    """A socket whose life is watched."""

    @property
    def is_blocked(self) -> bool:
        """Whether it has not taken all that was written."""
        ...

    def ping(self) -> None:
        """Ask for a sign of life."""
        ...

    def shows_life(self) -> bool:
        """Return whether it gave one since the last `ping`, or is excused."""
        ...

    def give_up(self) -> None:
        """No sign of life came."""
        ...

    def moves(self) -> bool:
        """Return whether it has taken a byte since this was last asked, or since it blocked."""
        ...

    def stalled(self) -> None:
        """It has taken nothing for too long."""
        ...


class Keepalive:
    """Watches all sockets of a server (rules C1, U1): three timers, however many they are."""

    def __init__(self, interval_s: float, timeout_s: float, stall_s: float) -> None:
        self._pings = Deadlines[Watched](interval_s, self._ping)
        self._answers = Deadlines[Watched](timeout_s, self._judge)
        self._stalls = Deadlines[Watched](stall_s, self._look)

    def watch(self, socket: Watched) -> None:
        self._pings.add(socket)

    def blocked(self, socket: Watched) -> None:
        self._stalls.add(socket)

    def unblocked(self, socket: Watched) -> None:
        self._stalls.discard(socket)

    def forget(self, socket: Watched) -> None:
        for deadlines in (self._pings, self._answers, self._stalls):
            deadlines.discard(socket)

    def _ping(self, socket: Watched) -> None:
        """Ask, but not before the last answer, and not where the question could not be heard."""
        self._pings.add(socket)
        is_answered = socket not in self._answers or socket.shows_life()
        if is_answered and not socket.is_blocked:
            self._answers.add(socket)
            socket.ping()

    def _judge(self, socket: Watched) -> None:
        if not socket.shows_life():
            self.forget(socket)
            socket.give_up()

    def _look(self, socket: Watched) -> None:
        if socket.moves():
            self._stalls.add(socket)
        else:
            self.forget(socket)
            socket.stalled()
