"""One connection's requests as spans, from the frame to its answer."""

from pydantic import BaseModel

from trading_api.shared.log_context import CONNECTION
from trading_api.shared.tracing import NO_SPAN, Span, Tracer
from trading_api.shared.ws.messages import RequestError, SubscribeOk


class RequestSpans:
    """Those that have no answer yet."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._open: set[Span] = set()

    def begin(self, name: str) -> Span:
        """Begin the span of a request, named as its message."""
        if not self._tracer.is_on:
            return NO_SPAN
        span = self._tracer.begin(name, {"trading_pro.connection": CONNECTION.get()})
        self._open.add(span)
        return span

    def answered(self, span: Span, answer: BaseModel) -> None:
        """End it with what was answered."""
        if span is NO_SPAN:
            return
        self._open.discard(span)
        if isinstance(answer, RequestError):
            span.note({"trading_pro.topic": answer.topic})
            span.fail(answer.code)
        elif isinstance(answer, SubscribeOk):
            told = answer.model_dump(exclude={"message"})
            span.note({f"trading_pro.{name}": fact for name, fact in told.items()})
        span.end()

    def abandon(self) -> None:
        """End what nobody will be answered any more."""
        for span in self._open:
            span.fail("abandoned")
            span.end()
        self._open.clear()
