"""The truth table of freshness; `docs/reference/freshness.md` has it as a table."""

from typing import Literal

State = Literal["live", "quiet", "stale", "closed", "halted"]

LIVE_MS = 10_000
"""A symbol that ticked within it is live, however often it usually does."""


def judge(
    *, is_open: bool, source_runs: bool, halted: bool, silence_ms: int, bound_ms: int
) -> State:
    """Return how fresh a symbol is whose last tick is `silence_ms` old.

    Args:
        is_open: whether its calendar is in session; a break is not.
        source_runs: whether ticks can come; not after the source's end, nor until it is restarted.
        halted: whether its provider says that trading is halted.
        silence_ms: since the last tick, the open, or since somebody listens: the newest of these.
        bound_ms: how much of it the symbol is known to keep; at least `LIVE_MS`.
    """
    if not is_open:
        return "closed"
    if not source_runs:
        return "stale"
    if halted:
        return "halted"
    if silence_ms <= LIVE_MS:
        return "live"
    return "quiet" if silence_ms <= bound_ms else "stale"
