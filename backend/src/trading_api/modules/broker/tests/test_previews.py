import pytest

from trading_api.modules.broker.testing import PaperTrading, limit, order


def preview(paper: PaperTrading, body: dict, **params: str) -> dict:
    found: dict = paper.done("POST", "/orders/preview", json=body, params=params)
    return found


def values(found: dict) -> dict[str, str]:
    return {row["title"]: row["value"] for part in found["sections"] for row in part["rows"]}


def test_a_preview_says_what_an_order_costs_and_changes_nothing(paper: PaperTrading) -> None:
    found = preview(paper, order(takeProfit=160, stopLoss=140))

    shown = values(found)
    assert (shown["Expected price"], shown["Value"]) == ("150.01", "1500.1 USD")
    assert (shown["Buying power left"], shown["Stop loss"]) == ("98499.9 USD", "140.00")
    assert found["errors"] == [] and "market order" in found["warnings"][0]
    assert (paper.step(), paper.done("GET", "/orders")) == (1, [])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (order(symbol="NONE"), "INSTRUMENT_UNKNOWN"),
        (limit(100.001), "ORDER_PRICE_STEP"),
        (order(qty=10_000), "MARGIN_INSUFFICIENT"),
        (limit(1), "RISK_PRICE_COLLAR"),
    ],
)
def test_what_would_be_refused_has_errors_and_no_confirmation(
    paper: PaperTrading, body: dict, code: str
) -> None:
    found = preview(paper, body)

    assert found["confirmId"] is None and found["errors"][0].startswith(f"{code}: expected")


def test_a_preview_warns_of_what_waits(paper: PaperTrading) -> None:
    found = preview(paper, limit(100, symbol="SHUT"))

    assert "It waits: the market is closed." in found["warnings"]


def test_a_preview_knows_the_newest_price(paper: PaperTrading) -> None:
    paper.market.quote("ACME", 20_000, 20_002)

    assert values(preview(paper, order()))["Expected price"] == "200.02"


def test_a_preview_is_confirmed_once(paper: PaperTrading) -> None:
    body = limit(100)
    params = {"confirmId": preview(paper, body)["confirmId"]}
    paper.done("POST", "/orders", json=body, params=params)

    again = paper.refused("POST", "/orders", json=body, params=params)
    assert again == (409, "CONFIRMATION_INVALID")


def test_a_confirmation_is_bound_to_its_order_and_account(paper: PaperTrading) -> None:
    paper.done("POST", "/accounts", json={"id": "b", "name": "B"})
    confirm_id = preview(paper, limit(100), accountId="demo")["confirmId"]
    for body, account_id in ((limit(101), "demo"), (limit(100), "b")):
        params = {"confirmId": confirm_id, "accountId": account_id}

        refused = paper.refused("POST", "/orders", json=body, params=params)
        assert refused == (409, "CONFIRMATION_INVALID")


def test_an_unknown_confirmation_is_refused(paper: PaperTrading) -> None:
    refused = paper.refused("POST", "/orders", json=limit(100), params={"confirmId": "nix"})

    assert refused == (409, "CONFIRMATION_INVALID")


def test_a_retry_of_a_confirmed_order_is_answered_again(paper: PaperTrading) -> None:
    body = limit(100, clientOrderId="mine")
    params = {"confirmId": preview(paper, body)["confirmId"]}
    first = paper.done("POST", "/orders", json=body, params=params)

    assert paper.done("POST", "/orders", json=body, params=params) == first


def test_a_confirmed_order_is_answered_again_when_its_confirmation_is_gone(
    paper: PaperTrading,
) -> None:
    body = limit(100, clientOrderId="mine")
    params = {"confirmId": preview(paper, body)["confirmId"]}
    first = paper.done("POST", "/orders", json=body, params=params)
    of_another_life = {"confirmId": "nix"}

    assert paper.done("POST", "/orders", json=body, params=of_another_life) == first
    other = paper.refused("POST", "/orders", json={**body, "qty": 9}, params=of_another_life)
    assert other == (409, "IDEMPOTENCY_CONFLICT")


def test_a_change_may_be_confirmed_too(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(100))
    params = {"confirmId": preview(paper, limit(101))["confirmId"]}

    paper.done("PUT", "/orders/demo-o1", json=limit(101), params=params)
    refused = paper.refused("PUT", "/orders/demo-o1", json=limit(101), params=params)
    assert refused == (409, "CONFIRMATION_INVALID")
