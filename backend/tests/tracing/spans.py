"""Spans of the product, as OpenTelemetry's own exporter to memory holds them."""

from collections.abc import Mapping
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.tracing.otel import OtelTracer


class Spans:
    """A tracer, and what was told to it."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._memory = InMemorySpanExporter()
        self.tracer = OtelTracer(SimpleSpanProcessor(self._memory), clock or SystemClock())

    def ended(self) -> list[ReadableSpan]:
        return list(self._memory.get_finished_spans())

    def named(self, name: str) -> list[ReadableSpan]:
        return [span for span in self.ended() if span.name == name]

    def one(self, name: str) -> ReadableSpan:
        found = self.named(name)
        assert len(found) == 1, [span.name for span in self.ended()]
        return found[0]

    def parts(self, of: ReadableSpan) -> list[str]:
        """Return the names of a span's parts, in the order of their beginnings."""
        parts = [one for one in self.ended() if one.parent and one.parent == of.context]
        return [one.name for one in sorted(parts, key=lambda one: one.start_time or 0)]


def facts(span: ReadableSpan) -> Mapping[str, Any]:
    """Return what a span is about, without the name of the product."""
    return {
        name.removeprefix("trading_pro."): fact for name, fact in (span.attributes or {}).items()
    }
