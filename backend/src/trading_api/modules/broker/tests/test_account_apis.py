import pytest

from trading_api.modules.broker.testing import PaperTrading, limit, order

LEVERAGE = {"symbol": "ACME", "orderType": 2, "side": 1}


def test_the_first_start_opens_one_account(paper: PaperTrading) -> None:
    expected = {"id": "demo", "name": "Demo", "currency": "USD", "currencySign": "$"}

    assert paper.done("GET", "/accounts") == [expected | {"type": "demo"}]
    assert paper.done("GET", "/account") == expected | {"type": "demo"}


def test_of_several_accounts_a_request_names_one(paper: PaperTrading) -> None:
    body = {"id": "second", "name": "Second", "initialBalance": "500.50"}
    paper.done("POST", "/accounts", json=body)

    assert paper.refused("GET", "/orders") == (422, "ACCOUNT_REQUIRED")
    assert paper.refused("POST", "/orders", json=order()) == (422, "ACCOUNT_REQUIRED")
    params = {"accountId": "second"}
    assert paper.refused("POST", "/orders", json=order(), params=params)[1] == "MARGIN_INSUFFICIENT"


READS = [
    "/orders", "/orders/history", "/positions", "/executions/ACME", "/executions", "/account",
    "/account/equity", "/risk",
]  # fmt: skip


@pytest.mark.parametrize("path", [*READS, "/leverage/info?symbol=ACME", "/executions/x/explain"])
def test_a_foreign_account_is_not_found(paper: PaperTrading, path: str) -> None:
    params = {"accountId": "theirs", "symbol": "ACME"}

    assert paper.refused("GET", path.partition("?")[0], params=params) == (404, "ACCOUNT_NOT_FOUND")


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"id": "demo"}, "ACCOUNT_EXISTS"),
        ({"id": "Upper"}, "invalid_payload"),
        ({"id": ""}, "invalid_payload"),
        ({"name": "\u0007"}, "invalid_payload"),
        ({"initialBalance": -1}, "invalid_payload"),
        ({"initialBalance": "0.0000000000001"}, "invalid_payload"),
        ({"initialBalance": 10**14}, "invalid_payload"),
        ({"currency": "usd"}, "invalid_payload"),
        ({"fees": {"percent": 101}}, "invalid_payload"),
        ({"fees": {"fixed": -1}}, "invalid_payload"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    paper: PaperTrading, members: dict, code: str
) -> None:
    body = {"id": "new", "name": "New", **members}

    assert paper.refused("POST", "/accounts", json=body)[1] == code
    assert len(paper.done("GET", "/accounts")) == 1


def test_fees_are_charged_as_the_account_was_opened(paper: PaperTrading) -> None:
    fees = {"fixed": 1, "perShare": "0.01", "percent": "0.1"}
    paper.done("POST", "/accounts", json={"id": "paying", "name": "Paying", "fees": fees})
    params = {"accountId": "paying"}
    paper.done("POST", "/orders", json=order(qty=10), params=params)

    [fill] = paper.done("GET", "/executions/ACME", params=params)
    assert fill["commission"] == pytest.approx(1 + 0.1 + 1.5001)


def test_a_reset_gives_back_the_first_money_and_keeps_the_record(paper: PaperTrading) -> None:
    paper.place()
    paper.done("POST", "/orders", json=limit(100))
    done = paper.done("POST", "/accounts/demo/reset")

    assert done["step"] == 5
    assert paper.done("GET", "/positions") == []
    assert len(paper.done("GET", "/executions/ACME")) == 1
    assert paper.refused("POST", "/accounts/theirs/reset") == (404, "ACCOUNT_NOT_FOUND")


def test_limits_are_replaced_and_kept(paper: PaperTrading) -> None:
    paper.done("PUT", "/risk", json={"maxOrderQty": "9.5", "dailyLoss": 100})

    report = paper.done("GET", "/risk")
    assert (report["maxOrderQty"], report["dailyLoss"], report["maxOpenOrders"]) == (
        "9.5",
        "100",
        10_000,
    )
    assert paper.refused("POST", "/orders", json=order(qty=10)) == (422, "RISK_ORDER_QTY")
    paper.place(symbol="COIN/USD", qty=9.5)


@pytest.mark.parametrize(
    "limits", [{"maxOpenOrders": 0}, {"dailyLoss": -1}, {"priceCollarPercent": 1.5}, {"nix": 1}]
)
def test_limits_that_cannot_be_are_refused(paper: PaperTrading, limits: dict) -> None:
    assert paper.refused("PUT", "/risk", json=limits) == (422, "invalid_payload")


def test_the_kill_switch_stops_and_resume_goes_on(paper: PaperTrading) -> None:
    paper.place(stopLoss=140)
    paper.done("POST", "/orders", json=limit(100))

    report = paper.done("POST", "/kill-switch", content=b"")
    assert (report["state"], report["canceled"]) == ("HALTED", ["demo-o3"])
    assert paper.refused("POST", "/orders", json=order()) == (409, "ACCOUNT_HALTED")
    assert paper.done("GET", "/risk")["state"] == "HALTED"
    paper.done("POST", "/resume")
    assert paper.refused("POST", "/resume") == (409, "ACCOUNT_ACTIVE")
    paper.place()


def test_flattening_reports_what_could_not_be(paper: PaperTrading) -> None:
    paper.place(qty=10)
    paper.market.pass_time(120_000)

    report = paper.done("POST", "/kill-switch", json={"flatten": True})
    assert (report["state"], report["flattened"]) == ("REDUCING", [])
    [left] = report["notFlattened"]
    assert (left["symbol"], left["qty"], left["code"]) == ("ACME", "10", "MARKET_STALE")


def test_leverage_is_told_previewed_and_set(paper: PaperTrading) -> None:
    assert paper.done("GET", "/leverage/info", params={"symbol": "ACME"})["leverage"] == 1
    previewed = paper.done("POST", "/leverage/preview", json={**LEVERAGE, "leverage": 50})
    done = paper.done("PUT", "/leverage/set", json={**LEVERAGE, "leverage": 50})

    assert len(previewed["warnings"]) == 1 and previewed["errors"] == []
    assert done == {"leverage": 50, "step": 2}
    assert paper.done("GET", "/leverage/info", params={"symbol": "ACME"})["leverage"] == 50


@pytest.mark.parametrize("leverage", [0, 101, 1.5, -1])
def test_leverage_out_of_its_range_is_refused(paper: PaperTrading, leverage: float) -> None:
    body = {**LEVERAGE, "leverage": leverage}

    assert paper.refused("PUT", "/leverage/set", json=body) == (422, "LEVERAGE_RANGE")
    [error] = paper.done("POST", "/leverage/preview", json=body)["errors"]
    assert error.startswith("LEVERAGE_RANGE")


def test_an_execution_is_explained_by_numbers_that_give_it_again(paper: PaperTrading) -> None:
    paper.place(symbol="COIN/USD", qty="0.5")
    [fill] = paper.done("GET", "/executions/COIN/USD")

    found = paper.done("GET", f"/executions/{fill['id']}/explain")
    assert found["recomputed"] == {"price": "150.01", "qty": "0.5000", "fee": "0"}
    assert found["explanation"]["orderId"] == "demo-o1"
    assert paper.refused("GET", "/executions/nix/explain") == (404, "EXECUTION_NOT_FOUND")
    assert paper.refused("GET", "/executions/NONE") == (404, "INSTRUMENT_UNKNOWN")


def test_executions_in_all_instruments_are_one_list(paper: PaperTrading) -> None:
    paper.place(qty=1)
    paper.place(symbol="COIN/USD", qty=2)
    paper.place(qty=3)

    every = paper.done("GET", "/executions")

    assert [(each["symbol"], each["qty"]) for each in every] == [
        ("ACME", 1), ("COIN/USD", 2), ("ACME", 3),
    ]  # fmt: skip
    assert paper.done("GET", "/executions", params={"limit": 1, "before": 3}) == every[1:2]


def test_executions_are_paged_by_their_number(paper: PaperTrading) -> None:
    for _ in range(3):
        paper.place()
    every = paper.done("GET", "/executions/ACME")

    assert paper.done("GET", "/executions/ACME", params={"limit": 1}) == every[2:]
    assert paper.done("GET", "/executions/ACME", params={"before": 2}) == every[:1]
