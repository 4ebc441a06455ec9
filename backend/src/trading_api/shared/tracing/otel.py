"""Spans for OpenTelemetry: the one file that imports it."""

import sys
import threading
import time
from collections.abc import Mapping
from contextvars import Token
from importlib.metadata import version
from types import TracebackType
from typing import Literal, Self

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    ConsoleSpanExporter,
    SimpleSpanProcessor,
)
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from opentelemetry.util.types import AttributeValue

from trading_api.shared.clock import Clock
from trading_api.shared.errors import TradingApiError

from .spans import SPAN, Facts, Span

# The end of the server waits this long for a collector.
FLUSH_WITHIN_S = 2.0
# The standard OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
RESOURCE = {"service.name": "trading-pro", "service.version": version("trading-pro")}
NS_PER_S = 1_000_000_000


def exporting(traces: Literal["otlp", "console"]) -> SpanProcessor:
    """Return what sends spans: to OTEL_EXPORTER_OTLP_ENDPOINT, or a line each to standard error."""
    if traces == "otlp":
        return BatchSpanProcessor(OTLPSpanExporter())
    return SimpleSpanProcessor(ConsoleSpanExporter(out=sys.stderr, formatter=_line))


def _line(span: ReadableSpan) -> str:
    return f"{span.to_json(indent=None)}\n"


class OtelTracer:
    """Hands spans to a processor of OpenTelemetry's; no provider of the process is set."""

    is_on = True

    def __init__(self, processor: SpanProcessor, clock: Clock) -> None:
        resource = Resource(RESOURCE).merge(OTELResourceDetector().detect())
        # An end that waits for a collector is `flush`'s, and bounded.
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("trading-pro")
        self._clock = clock

    def begin(self, name: str, facts: Facts, caller: Mapping[str, str] | None = None) -> Span:
        parent = SPAN.get()
        if isinstance(parent, OtelSpan):
            return parent.child(name, facts)
        context = TraceContextTextMapPropagator().extract(caller or {}, Context())
        kind = trace.SpanKind.INTERNAL if caller is None else trace.SpanKind.SERVER
        span = self._tracer.start_span(name, context, kind, _attributes(facts))
        return OtelSpan(span, self._tracer, self._clock)

    def flush(self) -> None:
        # A thread of its own: the exporter's patience with a silent collector is longer.
        flushing = threading.Thread(target=self._provider.force_flush, daemon=True)
        flushing.start()
        flushing.join(FLUSH_WITHIN_S)


class OtelSpan:
    """A span of OpenTelemetry's."""

    def __init__(self, span: trace.Span, tracer: trace.Tracer, clock: Clock) -> None:
        self._span = span
        self._tracer = tracer
        self._clock = clock
        self._before: Token[Span | None] | None = None

    @property
    def trace_id(self) -> str:
        return trace.format_trace_id(self._span.get_span_context().trace_id)

    def child(self, name: str, facts: Facts) -> "OtelSpan":
        """Begin a part of it."""
        context = trace.set_span_in_context(self._span, Context())
        span = self._tracer.start_span(name, context, attributes=_attributes(facts))
        return OtelSpan(span, self._tracer, self._clock)

    def rename(self, name: str) -> None:
        self._span.update_name(name)

    def note(self, facts: Facts) -> None:
        self._span.set_attributes(_attributes(facts))

    def part(self, name: str, since_s: float, until_s: float) -> None:
        context = trace.set_span_in_context(self._span, Context())
        # The wall's time of the clock's zero; both are asked now, whatever happened between.
        zero_ns = time.time_ns() - round(self._clock.monotonic_s() * NS_PER_S)
        begin_ns, end_ns = (zero_ns + round(at * NS_PER_S) for at in (since_s, until_s))
        part = self._tracer.start_span(name, context, start_time=begin_ns)
        part.end(end_ns)

    def fail(self, code: str) -> None:
        self._span.set_attribute("error.type", code)
        self._span.set_status(trace.StatusCode.ERROR, code)

    def end(self) -> None:
        self._span.end()

    def __enter__(self) -> Self:
        self._before = SPAN.set(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._before is not None:
            SPAN.reset(self._before)
        if error is not None:
            self.fail(error.code if isinstance(error, TradingApiError) else type(error).__name__)
        self.end()


def _attributes(facts: Facts) -> dict[str, AttributeValue]:
    return {name: fact for name, fact in facts.items() if fact is not None}
