"""What a public predecessor did wrong, case by case: none of it happens here."""

from pathlib import Path

import pytest

from trading_api.app_factory import create_app
from trading_api.modules.broker.testing import (
    LIMIT,
    MARKET,
    SELL,
    STOP,
    FakeMarket,
    PaperTrading,
    limit,
    order,
    paper_trading,
    subscribe,
    until,
    updates,
)

CANCELED, FILLED, INACTIVE, WORKING = 1, 2, 3, 6


def statuses(paper: PaperTrading) -> dict[str, int]:
    return {one["id"]: one["status"] for one in paper.done("GET", "/orders")}


def test_B1_a_position_closes_at_the_market(paper: PaperTrading) -> None:
    paper.place(qty=100)
    paper.done("DELETE", "/positions/ACME")

    opened, closed = paper.done("GET", "/executions/ACME")
    assert (opened["price"], closed["price"]) == (150.01, 150.0)


def test_B2_of_a_pair_only_one_executes(paper: PaperTrading) -> None:
    paper.place(qty=100, takeProfit=160, stopLoss=140)
    with paper.listening("positions") as socket:
        paper.market.quote("ACME", 16_100, 16_101)
        paper.market.quote("ACME", 13_900, 13_901)
        closed = until(socket, lambda update: update["payload"]["qty"] == 0)

    assert closed["payload"]["id"] == "ACME" and paper.done("GET", "/positions") == []
    assert statuses(paper) == {"demo-o1": FILLED, "demo-o2": FILLED, "demo-o3": CANCELED}


def test_B3_a_limit_far_from_the_market_waits(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(100))
    with paper.listening("account") as socket:
        for bid in range(15_000, 14_900, -10):
            paper.market.quote("ACME", bid, bid + 1)
        paper.place(qty=1)
        until(socket, lambda update: update["payload"]["positions"])

    assert statuses(paper)["demo-o1"] == WORKING


def test_B4_every_transition_is_heard(paper: PaperTrading) -> None:
    with paper.listening("orders") as socket:
        paper.done("POST", "/orders", json=limit(100))
        paper.done("PUT", "/orders/demo-o1", json=limit(101))
        paper.done("DELETE", "/orders/demo-o1")
        heard = updates(socket, 3)

    assert {update["payload"]["id"] for update in heard} == {"demo-o1"}
    assert [update["payload"]["status"] for update in heard] == [WORKING, WORKING, CANCELED]


def test_B5_editing_brackets_leaves_the_users_own_orders(paper: PaperTrading) -> None:
    paper.place(qty=100)
    own = paper.done("POST", "/orders", json=limit(170, side=SELL))["orderId"]
    body = {"brackets": {"takeProfit": 160, "stopLoss": 140}}
    paper.done("PUT", "/positions/ACME/brackets", json=body)

    assert statuses(paper)[own] == WORKING


def test_B6_a_filled_order_cannot_be_canceled(paper: PaperTrading) -> None:
    paper.place()

    assert paper.refused("DELETE", "/orders/demo-o1") == (409, "ORDER_FINAL")
    assert statuses(paper) == {"demo-o1": FILLED}


def test_B7_brackets_of_an_order_become_orders(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(149, takeProfit=160, stopLoss=140))

    entry, profit, loss = paper.done("GET", "/orders")
    assert (profit["type"], profit["status"], profit["side"]) == (LIMIT, INACTIVE, SELL)
    assert (loss["type"], loss["stopPrice"], loss["stopType"]) == (STOP, 140.0, 0)
    assert (profit["parentId"], profit["parentType"]) == (entry["id"], 1)
    refused = paper.refused("POST", "/orders", json=order(trailingStopPips=5))
    assert refused == (422, "ORDER_FIELD_UNSUPPORTED")


def test_B8_each_account_has_its_streams(paper: PaperTrading) -> None:
    paper.done("POST", "/accounts", json={"id": "b", "name": "B"})
    with paper.listening("orders", account_id="demo") as one:
        with paper.listening("orders", account_id="b") as other:
            paper.done("POST", "/orders", json=order(), params={"accountId": "b"})
            assert updates(other, 1)[0]["payload"]["id"] == "b-o1"
        paper.done("POST", "/orders", json=order(), params={"accountId": "demo"})

        assert updates(one, 1)[0]["payload"]["id"] == "demo-o1"


def test_B9_a_listener_that_fails_changes_no_account(
    paper: PaperTrading, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(committed: object) -> None:
        raise RuntimeError("a subscriber's fault")

    monkeypatch.setattr(paper.module.service.topics, "publish", fail)
    for _ in range(3):
        paper.place(qty=10)

    assert len(paper.done("GET", "/executions/ACME")) == 3
    assert paper.done("GET", "/positions")[0]["qty"] == 30.0


def test_B10_equity_is_that_of_the_position_it_is_told_with(paper: PaperTrading) -> None:
    with paper.listening("account") as socket:
        paper.place(qty=100)
        filled = until(socket, lambda update: update["payload"]["positions"])["payload"]

    # Bought at the ask, valued at the bid: a cent a share.
    assert filled["equity"]["equity"] == "99999"
    assert filled["equity"]["unrealized"] == "-1"


def test_B11_orders_fill_without_any_subscriber(paper: PaperTrading) -> None:
    paper.place()

    assert statuses(paper) == {"demo-o1": FILLED}


def test_B12_a_reset_keeps_money_and_listeners(paper: PaperTrading) -> None:
    paper.place()
    with paper.listening("account", "equity") as socket:
        paper.done("POST", "/accounts/demo/reset")
        heard = until(socket, lambda update: update["payload"].get("kind") == "reset")

    assert heard["payload"]["equity"]["equity"] == "100000"
    assert paper.client.post("/api/v1/broker/debug/reset", json={}).status_code == 404


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"type": LIMIT, "limitPrice": -5}, "ORDER_PRICE_RANGE"),
        ({"qty": 10**12}, "ORDER_QTY_RANGE"),
        ({"symbol": "NOBODY"}, "INSTRUMENT_UNKNOWN"),
        ({"type": STOP}, "ORDER_PRICE_MISSING"),
    ],
)
def test_B13_nonsense_is_refused(paper: PaperTrading, members: dict, code: str) -> None:
    assert paper.refused("POST", "/orders", json=order(**members))[1] == code
    assert paper.step() == 1


def test_B14_margin_and_leverage_count_and_a_seen_price_is_no_limit(paper: PaperTrading) -> None:
    beyond = order(qty=1_000, seenPrice=1, currentQuotes={"bid": 1, "ask": 2})
    assert paper.refused("POST", "/orders", json=beyond) == (409, "MARGIN_INSUFFICIENT")
    leverage = {"symbol": "ACME", "orderType": MARKET, "side": 1, "leverage": 2}
    paper.done("PUT", "/leverage/set", json=leverage)
    paper.done("POST", "/orders", json=beyond)

    [placed] = paper.done("GET", "/orders")
    assert (placed["limitPrice"], placed["avgPrice"]) == (None, 150.01)


def test_B15_an_account_touches_no_other(paper: PaperTrading) -> None:
    paper.done("POST", "/accounts", json={"id": "b", "name": "B"})
    paper.done("POST", "/orders", json=limit(100), params={"accountId": "demo"})
    params = {"accountId": "b"}

    assert paper.done("GET", "/orders", params=params) == []
    refused = paper.refused("DELETE", "/orders/demo-o1", params=params)
    assert refused == (404, "ORDER_NOT_FOUND")


def test_B16_the_link_has_tradingviews_status(paper: PaperTrading) -> None:
    with paper.listening() as socket:
        _, [status] = subscribe(socket, "connection")

    assert status["status"] in (1, 2, 3, 4)


def test_B17_each_mistake_has_its_status(paper: PaperTrading) -> None:
    paper.place(qty=10)
    too_much = {"params": {"amount": "11"}}

    assert paper.refused("DELETE", "/orders/nix")[0] == 404
    assert paper.refused("DELETE", "/orders/demo-o1")[0] == 409
    assert paper.refused("DELETE", "/positions/ACME", **too_much)[0] == 422
    assert paper.refused("DELETE", "/positions/COIN/USD")[0] == 404


def test_B18_a_restart_loses_nothing(tmp_path: Path) -> None:
    market = FakeMarket()
    with paper_trading(create_app, tmp_path, market) as paper:
        paper.place(qty=10, stopLoss=140)
        paths = ("/orders", "/positions", "/executions/ACME", "/orders/history")
        before = [paper.call("GET", path) for path in paths]
    with paper_trading(create_app, tmp_path, market) as paper:
        after = [paper.call("GET", path) for path in paths]

    assert [reply.text for reply in after] == [reply.text for reply in before]
    names = ("Stream-Epoch", "Stream-Seq", "Ledger-Step")
    for old, new in zip(before, after, strict=True):
        assert [new.headers[name] for name in names] == [old.headers[name] for name in names]
