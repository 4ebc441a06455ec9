import pytest

from trading_api.models.broker import EquityData
from trading_api.modules.broker.engine.records import Position
from trading_api.modules.broker.engine.testing import quote, trade
from trading_api.modules.broker.streams.equity import mark
from trading_api.modules.broker.testing import SELL, PaperTrading, subscribe, until


def test_equity_follows_the_market_without_a_step(paper: PaperTrading) -> None:
    paper.place(qty=10)
    before = paper.step()
    with paper.listening("equity") as socket:
        paper.market.quote("ACME", 16_000, 16_002)
        heard = until(socket, lambda update: update["payload"]["unrealizedPL"] > 0)["payload"]

    assert EquityData(**heard).unrealizedPL == pytest.approx(10 * (160 - 150.01))
    assert heard["equity"] == pytest.approx(heard["balance"] + heard["unrealizedPL"])
    assert paper.step() == before


def test_a_first_listener_sees_the_value_at_the_newest_price(paper: PaperTrading) -> None:
    paper.place(qty=10, side=SELL)
    paper.market.quote("ACME", 13_998, 14_000)
    with paper.listening() as socket:
        _, [value] = subscribe(socket, "equity")

    assert value["unrealizedPL"] == pytest.approx(10 * (150 - 140))


def test_what_is_realized_is_in_the_balance(paper: PaperTrading) -> None:
    paper.place(qty=10)
    paper.market.quote("ACME", 16_001, 16_003)
    paper.done("DELETE", "/positions/ACME")
    with paper.listening() as socket:
        _, [value] = subscribe(socket, "equity")

    assert value == {
        "equity": 100_100.0,
        "balance": 100_100.0,
        "unrealizedPL": 0.0,
        "realizedPL": 100.0,
    }


@pytest.mark.parametrize(
    ("tick", "qty", "price"),
    [
        (quote(0, 100, 102), 5, 100),
        (quote(0, 100, 102), -5, 102),
        (trade(0, 101), 5, 101),
        (quote(0, None, 102, last=99), 5, 99),
        (quote(0, None, 102), 5, None),
    ],
)
def test_a_position_is_marked_at_what_closing_it_would_fetch(tick, qty, price) -> None:
    assert mark(tick, Position("ACME", qty=qty).qty) == price


def test_the_connection_is_real(paper: PaperTrading) -> None:
    with paper.listening() as socket:
        _, [status] = subscribe(socket, "connection")

    assert (status["status"], status["message"]) == (1, None)
