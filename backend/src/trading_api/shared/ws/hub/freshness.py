"""Stale is said: a topic that fell silent gets a `status` (rule E4)."""

from trading_api.shared.clock import Clock
from trading_api.shared.ws.messages import StatusPayload

from .lifecycle import TopicLifecycle

# How often silence is looked for; bounds how late `stale` is said.
SWEEP_INTERVAL_S = 1.0


class FreshnessWatch:
    """Marks the topics stale whose route has a bound that their silence exceeds."""

    def __init__(self, lifecycle: TopicLifecycle, clock: Clock) -> None:
        self._lifecycle = lifecycle
        self._clock = clock

    def sweep(self) -> None:
        """Look once; the next update of a stale topic makes it live again by itself."""
        now_s = self._clock.monotonic_s()
        for topic, last_s in self._lifecycle.silent_since():
            bound_s = topic.router.stale_after_s
            if bound_s is None or topic.trouble is not None or now_s - last_s <= bound_s:
                continue
            message = f"no update for {now_s - last_s:.0f} s, expected one within {bound_s:g} s"
            topic.set_status(
                StatusPayload(
                    topic=topic.name,
                    state="stale",
                    code="no_updates",
                    message=message,
                    temporary=True,
                )
            )
