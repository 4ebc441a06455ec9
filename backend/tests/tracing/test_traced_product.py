"""What an operator asks about, as spans of the running app."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from trading_api.app_factory import create_app
from trading_api.modules.broker.testing import (
    BASE,
    LIMIT,
    PaperTrading,
    paper_trading,
    subscribe,
    updates,
)
from trading_api.shared.ws.producers import Producers

from .spans import Spans, facts


@pytest.fixture
def spans() -> Spans:
    return Spans()


@pytest.fixture
def paper(spans: Spans, tmp_path: Path) -> Iterator[PaperTrading]:
    """Return the running app with one account, traced."""
    with paper_trading(partial(create_app, tracer=spans.tracer), tmp_path) as paper:
        yield paper


def test_an_order_is_followed_from_request_to_answer(paper: PaperTrading, spans: Spans) -> None:
    placed = paper.place()

    request, room = spans.one(f"POST {BASE}/orders"), spans.named("engine room")[-1]
    assert facts(request)["http.response.status_code"] == 200
    assert spans.parts(request) == ["engine room"]
    assert spans.parts(room) == ["wait", "apply", "commit", "publish"]
    told = facts(room)
    assert (told["command"], told["account"]) == ("Submit", "demo")
    assert (told["order_id"], told["step"]) == (placed["orderId"], placed["step"])


def test_a_command_names_the_updates_that_show_it(paper: PaperTrading, spans: Spans) -> None:
    with paper.listening("orders") as socket:
        paper.place(type=LIMIT, limitPrice=100)
        [update] = updates(socket, 1)

    published = facts(spans.named("engine room")[-1])["published"]
    assert f"orders seq={update['seq']}" in published


def test_a_refused_command_says_why(paper: PaperTrading, spans: Spans) -> None:
    paper.refused("DELETE", "/orders/none")

    assert facts(spans.named("engine room")[-1])["error.type"] == "ORDER_NOT_FOUND"
    assert facts(spans.one(f"DELETE {BASE}/orders/{{order_id}}"))["url.path"].endswith("/none")


def test_reading_makes_no_span(paper: PaperTrading, spans: Spans) -> None:
    before = len(spans.ended())

    paper.done("GET", "/orders")

    assert len(spans.ended()) == before


def test_a_subscription_is_followed_from_frame_to_answer(paper: PaperTrading, spans: Spans) -> None:
    with paper.listening("account"):
        pass

    told = facts(spans.one("account.subscribe"))
    assert told["connection"] == 1
    assert told["topic"] == 'account:{"accountId":"demo"}'
    assert (told["snapshot"], told["recovered"], told["held"]) == (1, False, False)


def test_a_refused_subscription_says_why(paper: PaperTrading, spans: Spans) -> None:
    with paper.client.websocket_connect("/api/v1/ws") as socket:
        subscribe(socket, "orders", "nobody")

    assert facts(spans.one("orders.subscribe"))["error.type"] == "forbidden"


def test_an_update_makes_no_span(paper: PaperTrading, spans: Spans) -> None:
    with paper.listening("equity") as socket:
        paper.place()
        before = len(spans.ended())
        paper.market.quote("ACME", 16_000, 16_001)
        updates(socket, 1)

        assert len(spans.ended()) == before


def test_the_start_says_what_it_waited_for(paper: PaperTrading, spans: Spans) -> None:
    opening = spans.one("open ledger")

    assert spans.parts(spans.one("start")) == ["start broker"]
    assert spans.parts(spans.one("start broker"))[0] == "open ledger"
    assert spans.parts(opening) == ["verify ledger", "load accounts"]
    assert facts(opening) == {"ledger": "broker.sqlite3"}


async def test_E4_the_restart_of_a_producer_is_a_span(spans: Spans) -> None:
    runs, settled = iter([ConnectionError("lost"), None]), asyncio.Event()
    producers = Producers(chance=lambda: 0.0)
    producers.tracer = spans.tracer

    async def run() -> None:
        if (error := next(runs)) is not None:
            raise error
        settled.set()

    producers.start("ticks ACME", run)
    await settled.wait()

    told = facts(spans.one("restart a producer"))
    assert told == {"producer": "ticks ACME", "error.type": "ConnectionError"}
    await producers.stop()
