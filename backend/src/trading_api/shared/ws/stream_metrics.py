"""What streams, for Prometheus: read from the counts that are kept anyway, at each scrape."""

from collections import Counter
from collections.abc import Iterator

from prometheus_client.core import Metric

from trading_api.shared.errors import CLOSE_CODES
from trading_api.shared.metrics import Labelled, gathered, histogram

from .hub.traffic import RouteTraffic
from .ws_app import WsApp

# What ends a connection beside the codes of ours; a client may send any other number.
COMMON_CLOSE_CODES = frozenset({1000, 1001, 1005, 1006, 1011, 1012})
OTHER = "other"
TRAFFIC = {
    "updates_total": "updates",
    "deliveries_total": "deliveries",
    "skipped_total": "skipped",
    "updates_unsendable_total": "unsendable",
    "updates_ignored_total": "ignored",
}


def stream_metrics(ws_app: WsApp) -> Iterator[Metric]:
    """Yield the metrics of the streams; called in the loop, takes a moment a connection."""
    yield from _connections(ws_app)
    yield from _topics(ws_app)
    for name, field in TRAFFIC.items():
        yield gathered(name, _by_route(ws_app, field))
    producers = ws_app.producers()
    yield gathered("producers", sum(map(len, producers)))
    yield gathered("producer_restarts_total", sum(one.restarts for one in producers))
    yield gathered("producers_hung_total", sum(one.hung for one in producers))
    yield gathered("draining", int(ws_app.draining.has_begun))
    yield gathered("commands_in_work", ws_app.draining.commands)
    yield histogram("write_latency_seconds", ws_app.write_latency.seconds)
    yield histogram("loop_lag_seconds", ws_app.loop_watch.lag)


def _connections(ws_app: WsApp) -> Iterator[Metric]:
    living = list(ws_app.endpoint.connections)
    queued = [one.outbox.queued_bytes for one in living]
    yield gathered("connections", len(living))
    yield gathered("connections_opened_total", ws_app.endpoint.accepted)
    yield gathered("connections_closed_total", _closes(ws_app.endpoint.closes))
    yield gathered("connections_paused", sum(one.outbox.is_paused for one in living))
    yield gathered("subscriptions", sum(len(one.subscriptions) for one in living))
    yield gathered("outbox_bytes", sum(queued))
    yield gathered("outbox_bytes_max", max(queued, default=0))


def _closes(closes: Counter[int]) -> Labelled:
    shown: Counter[tuple[str, ...]] = Counter()
    for code, count in closes.items():
        is_known = code in CLOSE_CODES or code in COMMON_CLOSE_CODES
        shown[str(code) if is_known else OTHER,] += count
    return shown


def _topics(ws_app: WsApp) -> Iterator[Metric]:
    # Every route has its line, at 0 too: a rate needs a beginning.
    living: Counter[tuple[str, ...]] = Counter({(route,): 0 for route in ws_app.routers})
    troubled: Counter[tuple[str, ...]] = Counter()
    for topic in ws_app.hub.topics.values():
        living[topic.router.route,] += 1
        if topic.trouble is not None:
            troubled[topic.router.route, topic.trouble.state] += 1
    yield gathered("topics", living)
    yield gathered("topics_troubled", troubled)


def _by_route(ws_app: WsApp, field: str) -> Labelled:
    nothing = RouteTraffic()
    traffic = ws_app.hub.traffic
    return {(route,): getattr(traffic.get(route, nothing), field) for route in ws_app.routers}
