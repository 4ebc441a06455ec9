"""What a server tells of its own streams."""

from typing import Literal

from trading_api.models.wire import RequestModel, UnixMs, WireModel


class ActivitySubscriptionRequest(RequestModel):
    """The activity of the whole process; there is nothing to choose."""


class TimesMs(WireModel):
    """Half of what was measured took at most `p50` ms, 99 of 100 at most `p99`.

    Read from a histogram, between its bounds; None where nothing was measured.
    """

    p50: float | None
    p99: float | None


class TopicActivity(WireModel):
    """One topic; `params` is the text of its request, cut where it is long.

    `last_update` is that of its start before the first; None while it starts. `code` says why it is
    not live.
    """

    route: str
    params: str
    listeners: int
    updates_per_s: float | None
    seq: int
    state: Literal["starting", "live", "stale", "ended"]
    code: str | None
    last_update: UnixMs | None


class ConnectionClose(WireModel):
    """How a connection ended; `connection` is its number in the log.

    `skipped` counts the updates that it did not get, because it had been away or read too slowly.
    """

    at: UnixMs
    connection: int
    code: int
    reason: str
    lived_s: float
    skipped: int


class ServerActivity(WireModel):
    """Everything that streams, at the time `at` of the server.

    Rates and times are of the last `window_s` seconds, None before there are two looks;
    `skipped` and `producer_restarts` count since the server started. `topics` are the busiest of
    `topic_count`, `closes` the newest first.
    """

    at: UnixMs
    window_s: float
    draining: bool
    connections: int
    connections_paused: int
    subscriptions: int
    outbox_bytes: int
    updates_per_s: float | None
    deliveries_per_s: float | None
    skipped: int
    write: TimesMs
    loop_lag: TimesMs
    producers: int
    producer_restarts: int
    topic_count: int
    topics: list[TopicActivity]
    closes: list[ConnectionClose]
