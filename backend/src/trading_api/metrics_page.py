"""`/metrics`: everything that the server counts, read when Prometheus asks."""

from collections import Counter
from collections.abc import Iterator, Sequence

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

from trading_api.shared.metrics import gathered
from trading_api.shared.metrics.families import by_label
from trading_api.shared.module_interface import Measured, Module
from trading_api.shared.ws.stream_metrics import stream_metrics
from trading_api.shared.ws.ws_app import WsApp

METRICS_PATH = "/metrics"


class AppMetrics(Collector):
    """Reads the counts of one app; nothing is kept between two scrapes."""

    def __init__(
        self, ws_app: WsApp, modules: Sequence[Module], http_refusals: Counter[str]
    ) -> None:
        self._ws_app = ws_app
        self._modules = modules
        self._http_refusals = http_refusals

    def describe(self) -> Iterator[Metric]:
        """Yield the same without values; called once."""
        yield from self.collect()

    def collect(self) -> Iterator[Metric]:
        yield from stream_metrics(self._ws_app)
        streams = by_label(self._ws_app.streams.refusals, "stream")
        refusals = streams | by_label(self._http_refusals, "http")
        yield gathered("refusals_total", refusals)
        yield gathered("module_enabled", {(module.name,): 1 for module in self._modules})
        for module in self._modules:
            if isinstance(module, Measured):
                yield from module.metrics()


class MetricsPage:
    """Serves one app's metrics from a registry of its own."""

    def __init__(self, metrics: AppMetrics) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(metrics)
        # Memory, processor time and open files of this process, where the system tells them.
        ProcessCollector(registry=self._registry)

    async def get(self, request: Request) -> Response:
        """Answer a scrape; in the loop, whose counts these are."""
        text = generate_latest(self._registry)
        return Response(text, media_type=CONTENT_TYPE_PLAIN_0_0_4)
