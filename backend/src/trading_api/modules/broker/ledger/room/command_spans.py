"""What becomes of a command in the engine room, as parts of its span."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from trading_api.modules.broker.engine.steps import Reply
from trading_api.shared.clock import Clock
from trading_api.shared.tracing import NO_SPAN, Span, Tracer

from .requests import CommandRequest, Request
from .writer import Outcome


class _Asked(NamedTuple):
    span: Span
    at_s: float


class CommandSpans:
    """The spans of commands that have no answer yet; called in the loop."""

    def __init__(self, tracer: Tracer, clock: Clock) -> None:
        self._tracer = tracer
        self._clock = clock
        self._asked: dict[Request, _Asked] = {}

    @contextmanager
    def of(self, request: CommandRequest) -> Iterator[Span]:
        """Span a command from now until it is answered."""
        if not self._tracer.is_on:
            yield NO_SPAN
            return
        facts = {
            "trading_pro.command": type(request.command).__name__,
            "trading_pro.account": request.account_id,
        }
        with self._tracer.begin("engine room", facts) as span:
            self._asked[request] = _Asked(span, self._clock.monotonic_s())
            try:
                yield span
            finally:
                del self._asked[request]

    def delivered(self, outcome: Outcome, heard_s: float) -> None:
        """Tell the parts of what a turn answered; the loop heard of it at `heard_s`."""
        published_s = self._clock.monotonic_s()
        for request, answer in outcome.answers:
            asked = self._asked.get(request)
            if asked is None or outcome.times is None:
                continue
            began_s, applied_s, committed_s = outcome.times
            asked.span.part("wait", asked.at_s, max(asked.at_s, began_s))
            asked.span.part("apply", began_s, applied_s)
            if isinstance(request, CommandRequest) and isinstance(answer, Reply):
                asked.span.part("commit", applied_s, committed_s)
                asked.span.part("publish", heard_s, published_s)
                _note_reply(asked.span, outcome, request.account_id, answer)


def _note_reply(span: Span, outcome: Outcome, account_id: str, reply: Reply) -> None:
    """Say what was done, and which updates of the streams show it as its last step left it."""
    updates = (one.updates for one in outcome.committed if one.account_id == account_id)
    span.note(
        {
            "trading_pro.order_id": reply.order_id,
            "trading_pro.step": reply.step,
            "trading_pro.published": [
                f"{update.route} seq={update.seq}"
                for update in next(updates, ())
                if update.step == reply.step
            ],
        }
    )
