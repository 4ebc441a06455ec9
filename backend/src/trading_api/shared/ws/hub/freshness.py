"""Stale is said: a topic that fell silent gets a `status` (rule E4)."""

from trading_api.shared.clock import Clock
from trading_api.shared.ws.messages import StatusPayload

from .lifecycle import TopicLifecycle

# How often silence is looked for; bounds how late `stale` is said.
SWEEP_INTERVAL_S = 1.0


class FreshnessWatch:
    """Marks the topics stale whose silence exceeds what their route or service allows."""

    def __init__(self, lifecycle: TopicLifecycle, clock: Clock) -> None:
        self._lifecycle = lifecycle
        self._clock = clock

    def sweep(self) -> None:
        """Look once; the next update of a stale topic makes it live again by itself."""
        now_s = self._clock.monotonic_s()
        for topic, last_s in self._lifecycle.silent_since():
            bound_s = topic.silence_bound_s()
            if topic.trouble is not None:
                if bound_s is None and topic.trouble.code == "no_updates":
                    # Its market has closed: that it is silent is in order now.
                    topic.set_status(StatusPayload(topic=topic.name, state="live"))
            elif bound_s is not None and now_s - last_s > bound_s:
                topic.set_status(_no_updates(topic.name, now_s - last_s, bound_s))


def _no_updates(topic: str, silent_s: float, bound_s: float) -> StatusPayload:
    return StatusPayload(
        topic=topic,
        state="stale",
        code="no_updates",
        message=f"no update for {silent_s:.0f} s, expected one within {bound_s:g} s",
        temporary=True,
    )
