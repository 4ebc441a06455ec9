from typing import Any

import pytest

from trading_api.modules.broker.testing import PaperTrading, limit, order

MUTATIONS = [
    ("POST", "/orders", limit(100)),
    ("PUT", "/orders/demo-o1", limit(101)),
    ("DELETE", "/orders/demo-o1", None),
    ("POST", "/orders/cancel", {"orderIds": ["demo-o1"]}),
    ("DELETE", "/positions/ACME", None),
    ("POST", "/positions/ACME/reverse", {}),
    ("PUT", "/positions/ACME/brackets", {"brackets": {"stopLoss": 140}}),
    ("PUT", "/risk", {"maxOpenOrders": 7}),
    ("POST", "/kill-switch", {"flatten": True}),
    ("PUT", "/leverage/set", {"symbol": "ACME", "orderType": 2, "side": 1, "leverage": 5}),
    ("POST", "/accounts/demo/reset", {}),
]


@pytest.mark.parametrize(("method", "path", "body"), MUTATIONS)
def test_a_key_is_answered_once_and_again(
    paper: PaperTrading, method: str, path: str, body: dict | None
) -> None:
    paper.done("POST", "/orders", json=limit(90))
    paper.place()
    options = {"headers": {"Idempotency-Key": "k1"}} | ({} if body is None else {"json": body})

    first = paper.done(method, path, **options)
    again = paper.done(method, path, **options)

    assert again == first and first["step"] == paper.step()


def test_a_client_order_id_is_a_key(paper: PaperTrading) -> None:
    first = paper.place(clientOrderId="mine")

    assert paper.place(clientOrderId="mine") == first
    assert len(paper.done("GET", "/orders")) == 1


COIN = {"symbol": "COIN/USD", "type": 1, "side": 1, "qty": "0.25", "limitPrice": "140.05"}
FIRST = {"path": "/orders", "json": COIN}
DIFFERENCES: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (FIRST, {"path": "/orders", "json": {**COIN, "qty": "0.5"}}, "qty was 0.25, came as 0.5"),
    (
        FIRST,
        {"path": "/orders", "json": {**COIN, "limitPrice": 141, "takeProfit": 160}},
        "limitPrice was 140.05, came as 141; takeProfit was nothing, came as 160",
    ),
    (FIRST, {"path": "/orders", "json": order()}, "qty was 0.25, came as 10"),
    (FIRST, {"path": "/kill-switch"}, "command was 'Submit', came as 'KillSwitch'"),
    (
        {"method": "PUT", "path": "/risk", "json": {"dailyLoss": "100.5"}},
        {"method": "PUT", "path": "/risk", "json": {"dailyLoss": 99}},
        "dailyLoss was 100.5, came as 99",
    ),
    (
        {"method": "PUT", "path": "/orders/demo-o1", "json": {**COIN, "qty": "0.3"}},
        {"method": "PUT", "path": "/orders/demo-o1", "json": {**COIN, "qty": "0.4"}},
        "qty was 0.3, came as 0.4",
    ),
]


@pytest.mark.parametrize(("first", "other", "differs"), DIFFERENCES)
def test_another_command_under_a_key_is_refused_with_the_difference_as_sent(
    paper: PaperTrading, first: dict[str, Any], other: dict[str, Any], differs: str
) -> None:
    def call(method: str = "POST", **options: Any) -> Any:
        return paper.call(method, headers={"Idempotency-Key": "mine"}, **options)

    paper.done("POST", "/orders", json=COIN)
    assert call(**first).status_code == 200
    refused = call(**other)
    assert (refused.status_code, refused.json()["code"]) == (409, "IDEMPOTENCY_CONFLICT")
    assert differs in refused.json()["message"]


def test_two_names_for_one_order_are_refused(paper: PaperTrading) -> None:
    options = {"json": order(clientOrderId="a"), "headers": {"Idempotency-Key": "b"}}

    assert paper.refused("POST", "/orders", **options) == (422, "invalid_payload")


def test_a_key_of_one_account_is_free_in_another(paper: PaperTrading) -> None:
    paper.done("POST", "/accounts", json={"id": "second", "name": "Second"})
    for account_id in ("demo", "second"):
        body, params = order(clientOrderId="mine"), {"accountId": account_id}
        placed = paper.done("POST", "/orders", json=body, params=params)

        assert placed["orderId"] == f"{account_id}-o1"


@pytest.mark.parametrize("key", ["", "x" * 65])
def test_a_key_of_no_use_is_refused(paper: PaperTrading, key: str) -> None:
    options = {"json": order(), "headers": {"Idempotency-Key": key}}

    assert paper.refused("POST", "/orders", **options) == (422, "invalid_payload")


def test_an_account_is_opened_once_under_a_key(paper: PaperTrading) -> None:
    options = {"json": {"id": "b", "name": "B"}, "headers": {"Idempotency-Key": "k"}}
    first = paper.done("POST", "/accounts", **options)

    assert paper.done("POST", "/accounts", **options) == first == {"id": "b", "step": 1}
    other = {**options, "json": {"id": "b", "name": "Other"}}
    assert paper.refused("POST", "/accounts", **other) == (409, "ACCOUNT_EXISTS")
