"""Spans: what took how long, for whom, as a part of what. The seam; nothing is sent from here."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from types import TracebackType
from typing import Protocol, Self

Facts = Mapping[str, str | int | float | Sequence[str] | None]
"""What a span is about, by OpenTelemetry's names or ours; what is None is left out."""


class Span(Protocol):
    """One piece of work; entered, it is what begins meanwhile in the same task a part of."""

    @property
    def trace_id(self) -> str:
        """Return 32 hexadecimal digits; empty when nobody listens."""
        ...

    def rename(self, name: str) -> None: ...

    def note(self, facts: Facts) -> None: ...

    def part(self, name: str, since_s: float, until_s: float) -> None:
        """Tell of a part that is over, by the clock's monotonic seconds."""
        ...

    def fail(self, code: str) -> None:
        """Say that the work came to nothing, by an error code or the name of an exception."""
        ...

    def end(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


class Tracer(Protocol):
    """Hears of spans; from any thread, never blocks."""

    is_on: bool

    def begin(self, name: str, facts: Facts, caller: Mapping[str, str] | None = None) -> Span:
        """Begin a span: a part of the current one, else of what the headers of a caller name."""
        ...

    def flush(self) -> None:
        """Send what is held; blocks for two seconds at most."""
        ...


SPAN: ContextVar[Span | None] = ContextVar("span", default=None)
"""What the current task works at; None where nobody listens."""


class NoSpan:
    """The span of a product that nobody traces."""

    trace_id = ""

    def rename(self, name: str) -> None:
        pass

    def note(self, facts: Facts) -> None:
        pass

    def part(self, name: str, since_s: float, until_s: float) -> None:
        pass

    def fail(self, code: str) -> None:
        pass

    def end(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        pass


class NoTracing:
    """Hears nothing."""

    is_on = False

    def begin(self, name: str, facts: Facts, caller: Mapping[str, str] | None = None) -> Span:
        return NO_SPAN

    def flush(self) -> None:
        pass


NO_SPAN = NoSpan()
NO_TRACING = NoTracing()
