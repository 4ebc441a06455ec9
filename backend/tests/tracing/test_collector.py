"""The product, OpenTelemetry's own exporter, and a collector of ours that reads what came."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from trading_api.app_factory import create_app
from trading_api.modules.broker.testing import BASE, paper_trading
from trading_api.settings import Settings


class Collector(HTTPServer):
    """Takes OTLP over HTTP; `came` is what it was sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.came: list[ExportTraceServiceRequest] = []

    def span_names(self) -> dict[str, list[str]]:
        """Return the names of all spans, by the name of their service."""
        return {
            fact.value.string_value: [
                span.name for scope in resource.scope_spans for span in scope.spans
            ]
            for request in self.came
            for resource in request.resource_spans
            for fact in resource.resource.attributes
            if fact.key == "service.name"
        }


class _Taking(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        assert self.path == "/v1/traces"
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.came.append(ExportTraceServiceRequest.FromString(body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def collector() -> Iterator[Collector]:
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def test_a_collector_gets_every_span_before_the_server_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collector() as server:
        address = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
        settings = Settings(data_dir=tmp_path, linger_s=0, traces="otlp")

        with paper_trading(create_app, tmp_path, settings=settings) as paper:
            paper.place()

    names = server.span_names()
    assert names.keys() == {"trading-pro"}
    assert {f"POST {BASE}/orders", "commit", "verify ledger"} <= set(names["trading-pro"])
