"""The replay's time: the wall's, times a speed, from the first tick to the last."""

import threading

from trading_api.shared.clock import Clock


class ReplayClock:
    """Stands before the first tick until it begins, and on the last one at the end.

    From any thread.
    """

    def __init__(self, clock: Clock, speed: float, first_ms: int, last_ms: int) -> None:
        self._clock = clock
        self._ms_a_second = 1000 * speed
        self._first_ms = first_ms
        self._last_ms = last_ms
        self._stands_ms = first_ms - 1
        self._begun_s: float | None = None
        self._moving = threading.Lock()

    def begin(self) -> None:
        """Start the time; once begun it only goes on."""
        with self._moving:
            if self._begun_s is None:
                self._begun_s = self._clock.monotonic_s() - self._played_s(self._stands_ms)

    def resume(self, time_ms: int) -> None:
        """Go on from here where it stands before; it begins as it would have begun."""
        with self._moving:
            if time_ms <= self.now_ms():
                return
            self._stands_ms = min(time_ms, self._last_ms)
            if self._begun_s is not None:
                self._begun_s = self._clock.monotonic_s() - self._played_s(self._stands_ms)

    @property
    def has_begun(self) -> bool:
        return self._begun_s is not None

    @property
    def has_ended(self) -> bool:
        """Whether it stands on the last tick, for good."""
        return self.now_ms() >= self._last_ms

    def wall_s(self) -> float:
        """Return the wall's seconds, of use only for differences."""
        return self._clock.monotonic_s()

    def now_ms(self) -> int:
        if self._begun_s is None:
            return self._stands_ms
        elapsed_ms = (self._clock.monotonic_s() - self._begun_s) * self._ms_a_second
        return int(min(self._first_ms + elapsed_ms, self._last_ms))

    def seconds_until(self, time_ms: int) -> float:
        """Return how long the wall takes until the replay is there; 0 when it is.

        Only after `begin`.
        """
        if self._begun_s is None:
            raise RuntimeError("the replay has not begun")
        due_s = self._begun_s + (time_ms - self._first_ms) / self._ms_a_second
        return max(0.0, due_s - self._clock.monotonic_s())

    def _played_s(self, time_ms: int) -> float:
        return max(0, time_ms - self._first_ms) / self._ms_a_second
