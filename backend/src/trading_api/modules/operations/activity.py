"""From looks at the counts to what happens a second. Pure."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import accumulate

from trading_api.models.operations import ConnectionClose, ServerActivity, TimesMs, TopicActivity
from trading_api.shared.clock import Clock
from trading_api.shared.ws.stream_counts import (
    EndedConnection,
    StreamCounts,
    TimeCounts,
    TopicCounts,
)

from .close_reasons import close_reason

# Rates look back over so many looks: calm to read, and a fault shows within seconds.
LOOKS_KEPT = 6
TOPICS_SHOWN = 30
PARAMS_SHOWN = 120


@dataclass(frozen=True)
class _Look:
    """What one look leaves for those that follow it."""

    at_s: float
    counts: StreamCounts
    seqs: dict[str, int]
    """By epoch: a topic that begins anew has another."""


class Activity:
    """Compares each look with the oldest that is kept."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._looks: deque[_Look] = deque(maxlen=LOOKS_KEPT)

    def after(self, counts: StreamCounts) -> ServerActivity:
        """Return what happened up to this look, which is now."""
        now_s = self._clock.monotonic_s()
        seqs = {one.epoch: one.seq for one in counts.topics}
        self._looks.append(_Look(now_s, replace(counts, topics=()), seqs))
        since = self._looks[0]
        window_s = now_s - since.at_s
        before = since.counts
        return ServerActivity(
            at=self._clock.now_ms(),
            window_s=round(window_s, 3),
            draining=counts.is_draining,
            connections=counts.connections,
            connections_paused=counts.paused,
            subscriptions=counts.subscriptions,
            outbox_bytes=counts.outbox_bytes,
            updates_per_s=_rate(counts.updates - before.updates, window_s),
            deliveries_per_s=_rate(counts.deliveries - before.deliveries, window_s),
            skipped=counts.skipped,
            write=_times(before.write, counts.write),
            loop_lag=_times(before.loop_lag, counts.loop_lag),
            producers=counts.producers,
            producer_restarts=counts.producer_restarts,
            topic_count=len(counts.topics),
            topics=self._busiest(counts.topics, now_s),
            closes=[_close(one) for one in reversed(counts.ended)],
        )

    def _busiest(self, topics: Sequence[TopicCounts], now_s: float) -> list[TopicActivity]:
        rates = {one.epoch: self._rate_of(one, now_s) for one in topics}
        shown = nlargest(
            TOPICS_SHOWN, topics, key=lambda one: (rates[one.epoch] or 0, one.listeners)
        )
        return [self._topic(one, rates[one.epoch], now_s) for one in shown]

    def _rate_of(self, topic: TopicCounts, now_s: float) -> float | None:
        """Return updates a second since the first look at a topic; None at that look."""
        first = self._looks[0]
        if topic.epoch not in first.seqs:
            first = next(look for look in self._looks if topic.epoch in look.seqs)
        return _rate(topic.seq - first.seqs[topic.epoch], now_s - first.at_s)

    def _topic(self, topic: TopicCounts, rate: float | None, now_s: float) -> TopicActivity:
        route, _, params = topic.name.partition(":")
        last = topic.last_update_s
        ago_ms = None if last is None else round((now_s - last) * 1000)
        return TopicActivity(
            route=route,
            params=params[:PARAMS_SHOWN],
            listeners=topic.listeners,
            updates_per_s=rate,
            seq=topic.seq,
            state=topic.state or "starting",
            code=topic.code,
            last_update=None if ago_ms is None else self._clock.now_ms() - ago_ms,
        )


def _rate(count: int, window_s: float) -> float | None:
    return round(count / window_s, 2) if window_s > 0 else None


def _times(before: TimeCounts, after: TimeCounts) -> TimesMs:
    """Return what was measured between two looks."""
    counts = [new - old for old, new in zip(before.counts, after.counts, strict=True)]
    return TimesMs(
        p50=_quantile_ms(0.5, after.bounds_s, counts),
        p99=_quantile_ms(0.99, after.bounds_s, counts),
    )


def _quantile_ms(part: float, bounds_s: tuple[float, ...], counts: list[int]) -> float | None:
    """Return a quantile as Prometheus' `histogram_quantile` does: evenly between two bounds.

    Beyond the last bound it is that bound.
    """
    total = sum(counts)
    if total == 0:
        return None
    rank = part * total
    lower_s, below = 0.0, 0
    for upper_s, count, up_to in zip(bounds_s, counts, accumulate(counts), strict=False):
        if up_to >= rank and count:
            return round((lower_s + (upper_s - lower_s) * (rank - below) / count) * 1000, 3)
        lower_s, below = upper_s, up_to
    return bounds_s[-1] * 1000


def _close(ended: EndedConnection) -> ConnectionClose:
    return ConnectionClose(
        at=ended.at_ms,
        connection=ended.number,
        code=ended.code,
        reason=close_reason(ended.code),
        lived_s=ended.lived_s,
        skipped=ended.skipped,
    )
