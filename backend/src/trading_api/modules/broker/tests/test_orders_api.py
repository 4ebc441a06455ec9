import pytest

from trading_api.modules.broker.testing import (
    LIMIT,
    SELL,
    STOP,
    PaperTrading,
    limit,
    order,
    updates,
)

CANCELED, FILLED, WORKING = 1, 2, 6


def test_an_order_is_placed_filled_and_listed(paper: PaperTrading) -> None:
    placed = paper.place(qty=10)

    [listed] = paper.done("GET", "/orders")
    assert placed == {"orderId": "demo-o1", "step": 3}
    assert (listed["id"], listed["status"], listed["filledQty"]) == ("demo-o1", FILLED, 10.0)
    assert listed["avgPrice"] == 150.01


@pytest.mark.parametrize(
    ("members", "status", "code"),
    [
        ({"symbol": "NONE"}, 404, "INSTRUMENT_UNKNOWN"),
        ({"symbol": "EURO"}, 422, "CURRENCY_UNSUPPORTED"),
        ({"qty": 0}, 422, "ORDER_QTY_RANGE"),
        ({"qty": -1}, 422, "ORDER_QTY_RANGE"),
        ({"qty": 1.5}, 422, "ORDER_QTY_STEP"),
        ({"qty": 10**9}, 409, "MARGIN_INSUFFICIENT"),
        ({"qty": True}, 422, "invalid_payload"),
        ({"qty": "1e3"}, 422, "invalid_payload"),
        ({"qty": None}, 422, "invalid_payload"),
        ({"side": 0}, 422, "invalid_payload"),
        ({"type": 9}, 422, "invalid_payload"),
        ({"type": LIMIT}, 422, "ORDER_PRICE_MISSING"),
        ({"type": STOP}, 422, "ORDER_PRICE_MISSING"),
        ({"limitPrice": 100}, 422, "ORDER_PRICE_UNEXPECTED"),
        ({"type": LIMIT, "limitPrice": -5}, 422, "ORDER_PRICE_RANGE"),
        ({"type": LIMIT, "limitPrice": "100.001"}, 422, "ORDER_PRICE_STEP"),
        ({"type": LIMIT, "limitPrice": 1}, 422, "RISK_PRICE_COLLAR"),
        ({"guaranteedStop": 100}, 422, "ORDER_FIELD_UNSUPPORTED"),
        ({"trailingStopPips": 5}, 422, "ORDER_FIELD_UNSUPPORTED"),
        ({"stopType": 1}, 422, "ORDER_FIELD_UNSUPPORTED"),
        ({"takeProfit": 100}, 422, "BRACKET_WRONG_SIDE"),
        ({"duration": {"type": "GTD"}}, 422, "ORDER_EXPIRY_INVALID"),
        ({"duration": {"type": "WEEK"}}, 422, "invalid_payload"),
        ({"reduceOnly": True}, 409, "ORDER_NOT_REDUCING"),
        ({"clientOrderId": "\n"}, 422, "ORDER_TEXT_INVALID"),
        ({"nix": 1}, 422, "invalid_payload"),
    ],
)
def test_what_is_refused_has_a_code_and_no_step(
    paper: PaperTrading, members: dict, status: int, code: str
) -> None:
    assert paper.refused("POST", "/orders", json=order(**members)) == (status, code)

    assert (paper.step(), paper.done("GET", "/orders")) == (1, [])


def test_a_refused_number_is_named(paper: PaperTrading) -> None:
    reply = paper.call("POST", "/orders", content='{"symbol":"ACME","type":2,"side":1,"qty":1E+30}')

    assert reply.json()["message"].endswith("before the decimal point, got 1E+30")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"qty": NaN}', b'{"qty": 1e999999}', b"1"])
def test_a_body_that_is_no_order_is_refused(paper: PaperTrading, body: bytes) -> None:
    assert paper.refused("POST", "/orders", content=body) == (422, "invalid_payload")


def test_a_number_is_the_decimal_that_was_written(paper: PaperTrading) -> None:
    written = (
        b'{"symbol":"COIN/USD","type":1,"side":1,"qty":0.1,"limitPrice":100.10000000000000001}'
    )
    reply = paper.call("POST", "/orders", content=written)

    message = "expected limitPrice in steps of 0.05, got 100.10000000000000001"
    assert reply.json() == {"code": "ORDER_PRICE_STEP", "message": message}


def test_a_number_may_come_as_a_string(paper: PaperTrading) -> None:
    paper.place(type=LIMIT, symbol="COIN/USD", qty="0.1", limitPrice="100.10")

    [listed] = paper.done("GET", "/orders")
    assert (listed["qty"], listed["limitPrice"]) == (0.1, 100.1)


def test_a_symbol_may_name_its_exchange(paper: PaperTrading) -> None:
    paper.place(symbol="XNYS:acme")

    assert paper.done("GET", "/orders")[0]["symbol"] == "ACME"


def test_modify_keeps_the_id_and_is_heard(paper: PaperTrading) -> None:
    placed = paper.done("POST", "/orders", json=limit(100))
    with paper.listening("orders") as socket:
        changed = paper.done("PUT", "/orders/demo-o1", json=limit(101, takeProfit=160))
        first, child = updates(socket, 2)

    assert changed["step"] == placed["step"] + 1 == first["step"]
    assert (first["payload"]["id"], first["payload"]["limitPrice"]) == ("demo-o1", 101.0)
    assert child["payload"]["parentId"] == "demo-o1"


def test_brackets_that_modify_leaves_out_are_removed(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(100, takeProfit=160, stopLoss=90))
    paper.done("PUT", "/orders/demo-o1", json=limit(100, stopLoss=90))

    entry, profit, loss = paper.done("GET", "/orders")
    assert (entry["takeProfit"], entry["stopLoss"]) == (None, 90.0)
    assert (profit["status"], loss["status"]) == (CANCELED, 3)


@pytest.mark.parametrize(
    ("order_id", "body", "status", "code"),
    [
        ("demo-o9", limit(100), 404, "ORDER_NOT_FOUND"),
        ("nix", limit(100), 404, "ORDER_NOT_FOUND"),
        ("demo-o1", limit(100, side=SELL), 422, "ORDER_CHANGE_UNSUPPORTED"),
        ("demo-o1", limit(100, symbol="COIN/USD"), 422, "ORDER_CHANGE_UNSUPPORTED"),
        ("demo-o1", order(), 422, "ORDER_CHANGE_UNSUPPORTED"),
        ("demo-o1", limit(100, duration={"type": "DAY"}), 422, "ORDER_CHANGE_UNSUPPORTED"),
        ("demo-o1", limit(100, reduceOnly=True), 422, "ORDER_CHANGE_UNSUPPORTED"),
        ("demo-o1", limit(100, ocoGroup="pair"), 422, "ORDER_CHANGE_UNSUPPORTED"),
        ("demo-o1", limit(100.001), 422, "ORDER_PRICE_STEP"),
        ("demo-o1", limit(100, trailingStopPips=1), 422, "ORDER_FIELD_UNSUPPORTED"),
        ("demo-o1", {}, 422, "invalid_payload"),
    ],
)
def test_a_change_into_another_order_is_refused(
    paper: PaperTrading, order_id: str, body: dict, status: int, code: str
) -> None:
    before = paper.done("POST", "/orders", json=limit(100))["step"]

    assert paper.refused("PUT", f"/orders/{order_id}", json=body) == (status, code)
    assert paper.step() == before


def test_final_orders_take_neither_change_nor_cancel(paper: PaperTrading) -> None:
    paper.place()

    assert paper.refused("DELETE", "/orders/demo-o1") == (409, "ORDER_FINAL")
    assert paper.refused("PUT", "/orders/demo-o1", json=order(qty=5)) == (409, "ORDER_FINAL")


def test_cancel_is_heard_with_its_reason(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(100))
    with paper.listening("orders") as socket:
        done = paper.done("DELETE", "/orders/demo-o1")
        [update] = updates(socket, 1)

    assert (update["payload"]["id"], update["step"]) == ("demo-o1", done["step"])
    assert (update["payload"]["status"], update["payload"]["reason"]) == (
        CANCELED,
        "ORDER_CANCELED",
    )


def test_several_are_canceled_in_one_step_or_none(paper: PaperTrading) -> None:
    for price in (100, 101, 102):
        paper.done("POST", "/orders", json=limit(price))
    wrong = {"orderIds": ["demo-o1", "demo-o7"]}
    right = {"orderIds": ["demo-o1", "demo-o2"], "symbol": "ACME", "side": 1}

    assert paper.refused("POST", "/orders/cancel", json=wrong) == (404, "ORDER_NOT_FOUND")
    assert paper.done("POST", "/orders/cancel", json=right)["step"] == 5
    assert [one["status"] for one in paper.done("GET", "/orders")] == [CANCELED, CANCELED, WORKING]


def test_a_cancel_that_narrows_to_nothing_is_refused(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(100))
    body = {"orderIds": ["demo-o1"], "side": SELL}

    assert paper.refused("POST", "/orders/cancel", json=body) == (404, "ORDER_NOT_FOUND")


def test_a_repeated_cancel_means_the_orders_that_it_meant_at_first(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(100))
    paper.done("POST", "/orders", json=limit(100, symbol="COIN/USD", qty=1))
    body = {"orderIds": ["demo-o1", "demo-o2"], "symbol": "ACME"}
    options = {"json": body, "headers": {"Idempotency-Key": "k"}}
    first = paper.done("POST", "/orders/cancel", **options)
    paper.done("DELETE", "/orders/demo-o2")

    assert paper.done("POST", "/orders/cancel", **options) == first


def test_the_history_is_paged_by_step(paper: PaperTrading) -> None:
    for _ in range(3):
        paper.place()
    every = paper.done("GET", "/orders/history")

    newest = paper.done("GET", "/orders/history", params={"limit": 2})
    before = paper.done("GET", "/orders/history", params={"before_step": 5})
    assert [one["id"] for one in every] == ["demo-o1", "demo-o2", "demo-o3"]
    assert newest == every[1:] and before == every[:1]


def test_a_page_of_the_history_leaves_nothing_out_of_a_step(paper: PaperTrading) -> None:
    for price in (100, 101, 102):
        paper.done("POST", "/orders", json=limit(price))
    paper.done("POST", "/orders/cancel", json={"orderIds": ["demo-o2", "demo-o3"]})
    paper.done("POST", "/orders/cancel", json={"orderIds": ["demo-o1"]})

    newest = paper.done("GET", "/orders/history", params={"limit": 2})
    before = paper.done("GET", "/orders/history", params={"limit": 2, "before_step": 5})
    assert [one["id"] for one in newest] == ["demo-o2", "demo-o3", "demo-o1"]
    assert before == []
    assert len(paper.done("GET", "/orders/history", params={"limit": 10})) == 3


def test_what_ended_on_an_earlier_day_is_history_alone(paper: PaperTrading) -> None:
    paper.place()
    paper.market.pass_time(86_400_000)

    assert paper.done("GET", "/orders") == []
    assert len(paper.done("GET", "/orders/history")) == 1


@pytest.mark.parametrize(
    ("path", "name"), [("/orders/history", "before_step"), ("/executions/ACME", "before")]
)
def test_a_page_before_a_number_that_no_record_has_is_refused(
    paper: PaperTrading, path: str, name: str
) -> None:
    refused = paper.refused("GET", path, params={name: 2**63})
    assert refused == (422, "invalid_payload")
