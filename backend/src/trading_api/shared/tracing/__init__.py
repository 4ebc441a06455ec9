"""Traces, as an option: what the product says of its work, and who listens to it."""

from typing import Literal

from trading_api.shared.clock import Clock
from trading_api.shared.errors import ConfigurationError

from .spans import NO_SPAN, NO_TRACING, SPAN, Facts, Span, Tracer

__all__ = ["NO_SPAN", "NO_TRACING", "SPAN", "Facts", "Span", "Tracer", "Traces", "tracer_of"]

Traces = Literal["off", "otlp", "console"]


def tracer_of(traces: Traces, clock: Clock) -> Tracer:
    """Return who hears of the product's work; OpenTelemetry is imported only when it does.

    Raises:
        ConfigurationError: its packages are not installed.
    """
    if traces == "off":
        return NO_TRACING
    try:
        from .otel import OtelTracer, exporting  # noqa: PLC0415  an extra, and half a second
    except ImportError as missing:
        expected = "OpenTelemetry to be installed (pip install 'trading-pro[otel]')"
        raise ConfigurationError(f"TP_TRACES: expected {expected}, got {missing}") from None
    return OtelTracer(exporting(traces), clock)
