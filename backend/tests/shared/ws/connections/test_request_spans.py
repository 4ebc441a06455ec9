from tests.tracing.spans import Spans, facts

from trading_api.shared.log_context import about
from trading_api.shared.tracing import NO_SPAN, NO_TRACING
from trading_api.shared.ws.connections.request_spans import RequestSpans
from trading_api.shared.ws.messages import RequestError, SubscribeOk, UnsubscribeOk

TOPIC = 'values:{"name":"x"}'
ANSWER = SubscribeOk(
    message="Subscribed", topic=TOPIC, delivery="latest", epoch="e1", seq=7, snapshot=2,
    recovered=False, held=False,
)  # fmt: skip
REFUSAL = RequestError(code="forbidden", message="not yours", temporary=False, topic=TOPIC)


def test_a_request_ends_with_what_was_answered() -> None:
    spans = Spans()
    requests = RequestSpans(spans.tracer)

    with about(3):
        requests.answered(requests.begin("values.subscribe"), ANSWER)

    told = facts(spans.one("values.subscribe"))
    assert (told["connection"], told["topic"], told["seq"]) == (3, TOPIC, 7)
    assert (told["snapshot"], told["recovered"]) == (2, False)


def test_a_refused_request_ends_with_its_code() -> None:
    spans = Spans()
    requests = RequestSpans(spans.tracer)

    requests.answered(requests.begin("values.subscribe"), REFUSAL)

    told = facts(spans.one("values.subscribe"))
    assert told == {"topic": TOPIC, "error.type": "forbidden"}


def test_what_is_never_answered_ends_with_its_connection_and_only_that() -> None:
    spans = Spans()
    requests = RequestSpans(spans.tracer)
    gone = UnsubscribeOk(message="Unsubscribed", topic=TOPIC)
    requests.answered(requests.begin("values.unsubscribe"), gone)
    requests.begin("values.subscribe")

    requests.abandon()

    assert facts(spans.one("values.subscribe")) == {"error.type": "abandoned"}
    assert facts(spans.one("values.unsubscribe")) == {}


def test_where_nobody_listens_there_is_no_span() -> None:
    requests = RequestSpans(NO_TRACING)

    span = requests.begin("values.subscribe")
    requests.answered(span, ANSWER)
    requests.abandon()

    assert span is NO_SPAN
