"""How fast one connection is read (rule E2): a token bucket. Pure."""

from trading_api.shared.clock import Clock


class Pace:
    """Allows `burst` frames at once and `per_s` over time; beyond, the reader waits."""

    def __init__(self, per_s: float, burst: int, clock: Clock) -> None:
        self._per_s = per_s
        self._burst = float(burst)
        self._clock = clock
        self._tokens = float(burst)
        self._seen_s = clock.monotonic_s()

    def delay_s(self) -> float:
        """Take one token and return how long to wait for it; 0 when there was one."""
        now_s = self._clock.monotonic_s()
        gained = (now_s - self._seen_s) * self._per_s
        self._tokens = min(self._burst, self._tokens + gained) - 1
        self._seen_s = now_s
        return max(0.0, -self._tokens / self._per_s)
