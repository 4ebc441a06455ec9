"""When a client's mistakes become abuse (rule E3). Pure."""

from collections import deque

from trading_api.shared.clock import Clock


class BadFrames:
    """The newest mistakes of one connection: `limit` of them within `window_s` are abuse."""

    def __init__(self, limit: int, window_s: float, clock: Clock) -> None:
        self.are_abuse = False
        self._window_s = window_s
        self._clock = clock
        self._seen_s: deque[float] = deque(maxlen=limit)

    def count(self) -> None:
        """Count one more; what has become abuse stays so."""
        now_s = self._clock.monotonic_s()
        self._seen_s.append(now_s)
        is_full = len(self._seen_s) == self._seen_s.maxlen
        if is_full and now_s - self._seen_s[0] <= self._window_s:
            self.are_abuse = True
