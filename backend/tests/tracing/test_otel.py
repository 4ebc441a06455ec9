import json
import threading
from collections.abc import Sequence

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult

from trading_api.shared.clock import SystemClock
from trading_api.shared.errors import Refusal
from trading_api.shared.tracing import SPAN, otel
from trading_api.shared.tracing.otel import OtelTracer, exporting
from trading_api.shared.ws.testing import ManualClock

from .spans import Spans, facts

CALLER = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}


class SilentCollector(SpanExporter):
    """Takes spans and never says that it has them."""

    def __init__(self) -> None:
        self.released = threading.Event()

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.released.wait()
        return SpanExportResult.SUCCESS


def test_what_begins_within_a_span_is_a_part_of_it() -> None:
    spans = Spans()

    with (
        spans.tracer.begin("outer", {}),
        spans.tracer.begin("inner", {"given": 1, "missing": None}),
    ):
        pass

    assert spans.parts(spans.one("outer")) == ["inner"]
    assert facts(spans.one("inner")) == {"given": 1}
    assert SPAN.get() is None


def test_the_trace_of_a_caller_goes_on() -> None:
    spans = Spans()

    spans.tracer.begin("command", {}, CALLER).end()

    assert spans.one("command").context.trace_id == 0x0AF7651916CD43DD8448EB211C80319C


def test_a_part_that_is_over_has_its_own_times() -> None:
    clock = ManualClock()
    spans = Spans(clock)
    clock.advance(10)

    with spans.tracer.begin("whole", {}) as span:
        span.part("wait", clock.monotonic_s() - 3, clock.monotonic_s() - 1)

    part, whole = spans.one("wait"), spans.one("whole")
    assert part.start_time and part.end_time and whole.start_time
    assert part.end_time - part.start_time == 2_000_000_000
    assert 2.9e9 < whole.start_time - part.start_time < 3.1e9


@pytest.mark.parametrize(
    ("error", "code"), [(Refusal("draining", "leaving"), "draining"), (KeyError(1), "KeyError")]
)
def test_a_fault_ends_the_span_with_its_code(error: Exception, code: str) -> None:
    spans = Spans()

    with pytest.raises(type(error)), spans.tracer.begin("work", {}):
        raise error

    assert facts(spans.one("work")) == {"error.type": code}
    assert not spans.one("work").status.is_ok


def test_the_console_gets_a_line_a_span(capsys: pytest.CaptureFixture[str]) -> None:
    tracer = OtelTracer(exporting("console"), SystemClock())

    tracer.begin("work", {}).end()

    [line] = capsys.readouterr().err.splitlines()
    assert json.loads(line)["name"] == "work"


def test_the_end_does_not_wait_for_a_silent_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(otel, "FLUSH_WITHIN_S", 0.05)
    collector = SilentCollector()
    tracer = OtelTracer(BatchSpanProcessor(collector), SystemClock())
    tracer.begin("work", {}).end()

    tracer.flush()

    collector.released.set()
