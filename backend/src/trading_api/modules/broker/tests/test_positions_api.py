import pytest

from trading_api.modules.broker.testing import LIMIT, SELL, PaperTrading, limit, updates

CANCELED, WORKING = 1, 6


def test_a_position_is_listed_by_its_symbol(paper: PaperTrading) -> None:
    paper.place(symbol="COIN/USD", qty=0.5)

    [held] = paper.done("GET", "/positions")
    expected = {"id": "COIN/USD", "symbol": "COIN/USD", "qty": 0.5, "side": 1, "avgPrice": 150.01}
    assert held == expected


def test_a_close_ends_with_quantity_zero_under_the_same_id(paper: PaperTrading) -> None:
    paper.place(symbol="COIN/USD", qty=0.5)
    with paper.listening("positions") as socket:
        done = paper.done("DELETE", "/positions/COIN/USD")
        [update] = updates(socket, 1)

    assert (update["payload"]["id"], update["payload"]["qty"]) == ("COIN/USD", 0.0)
    assert update["step"] == done["step"] and done["orderId"] == "demo-o2"
    assert paper.done("GET", "/positions") == []


def test_a_part_of_a_position_is_closed(paper: PaperTrading) -> None:
    paper.place(qty=10)
    paper.done("DELETE", "/positions/ACME", params={"amount": "4"})

    assert paper.done("GET", "/positions")[0]["qty"] == 6.0


def test_a_reverse_is_one_update_with_the_other_side(paper: PaperTrading) -> None:
    paper.place(qty=10)
    with paper.listening("positions") as socket:
        paper.done("POST", "/positions/ACME/reverse")
        [update] = updates(socket, 1)

    assert (update["payload"]["side"], update["payload"]["qty"]) == (SELL, 10.0)


def test_brackets_of_a_position_are_heard_as_orders_and_position(paper: PaperTrading) -> None:
    paper.place(qty=10)
    body = {"brackets": {"takeProfit": 160, "stopLoss": "140.00"}}
    with paper.listening("orders", "positions") as socket:
        done = paper.done("PUT", "/positions/ACME/brackets", json=body)
        profit, loss, position = updates(socket, 3)

    assert [profit["route"], loss["route"], position["route"]] == ["orders", "orders", "positions"]
    assert profit["step"] == loss["step"] == position["step"] == done["step"]
    child = profit["payload"]
    assert (child["parentId"], child["parentType"], child["limitPrice"]) == ("ACME", 2, 160.0)


def test_brackets_are_replaced_and_removed_alone(paper: PaperTrading) -> None:
    paper.place(qty=10)
    paper.done("POST", "/orders", json=limit(170, side=SELL, qty=3))
    for brackets in ({"stopLoss": 140}, {"stopLoss": 145}, {}):
        paper.done("PUT", "/positions/ACME/brackets", json={"brackets": brackets})

    _, own, *pairs = paper.done("GET", "/orders")
    assert (own["type"], own["status"]) == (LIMIT, WORKING)
    assert {child["status"] for child in pairs} == {CANCELED}


@pytest.mark.parametrize(
    ("method", "path", "options", "status", "code"),
    [
        ("DELETE", "/positions/ACME", {"params": {"amount": "11"}}, 422, "POSITION_QTY_RANGE"),
        ("DELETE", "/positions/ACME", {"params": {"amount": "0"}}, 422, "POSITION_QTY_RANGE"),
        ("DELETE", "/positions/ACME", {"params": {"amount": "0.5"}}, 422, "ORDER_QTY_STEP"),
        ("DELETE", "/positions/ACME", {"params": {"amount": "much"}}, 422, "invalid_payload"),
        ("DELETE", "/positions/COIN/USD", {}, 404, "POSITION_NOT_FOUND"),
        ("DELETE", "/positions/NONE", {}, 404, "INSTRUMENT_UNKNOWN"),
        ("POST", "/positions/COIN/USD/reverse", {}, 404, "POSITION_NOT_FOUND"),
        ("PUT", "/positions/COIN/USD/brackets", {"json": {"brackets": {"stopLoss": 1}}}, 404,
         "POSITION_NOT_FOUND"),
        ("PUT", "/positions/ACME/brackets", {"json": {"brackets": {"stopLoss": 160}}}, 422,
         "BRACKET_WRONG_SIDE"),
        ("PUT", "/positions/ACME/brackets", {"json": {"brackets": {"guaranteedStop": 1}}}, 422,
         "ORDER_FIELD_UNSUPPORTED"),
        ("PUT", "/positions/ACME/brackets", {"json": {}}, 422, "invalid_payload"),
    ],
)  # fmt: skip
def test_what_a_position_refuses(
    paper: PaperTrading, method: str, path: str, options: dict, status: int, code: str
) -> None:
    before = paper.place(qty=10)["step"]

    assert paper.refused(method, path, **options) == (status, code)
    assert paper.step() == before
