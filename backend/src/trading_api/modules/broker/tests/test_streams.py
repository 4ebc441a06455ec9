import json
from decimal import Decimal
from pathlib import Path

import pytest

from trading_api.app_factory import create_app
from trading_api.modules.broker.testing import (
    SELL,
    FakeMarket,
    PaperTrading,
    limit,
    order,
    paper_trading,
    subscribe,
    until,
    updates,
)

LOSSLESS = ("orders", "executions", "positions", "account")


def test_U7_inside_a_step_orders_executions_positions(paper: PaperTrading) -> None:
    with paper.listening("positions", "executions", "account", "orders") as socket:
        paper.place(takeProfit=160, stopLoss=140)
        heard = updates(socket, 10)

    accepted = ["orders"] * 3 + ["account"]
    filled = ["orders"] * 3 + ["executions", "positions", "account"]
    routes = [update["route"] for update in heard]
    # The place of `account` beside the others is not promised: it is last.
    assert routes == accepted + filled
    assert [update["step"] for update in heard] == [2] * 4 + [3] * 6


def test_R2_each_route_counts_alone_and_account_by_steps(paper: PaperTrading) -> None:
    with paper.listening(*LOSSLESS) as socket:
        paper.place()
        paper.place()
        heard = updates(socket, 12)

    seqs: dict[str, list[int]] = {route: [] for route in LOSSLESS}
    for update in heard:
        seqs[update["route"]].append(update["seq"])
    assert (seqs["orders"], seqs["account"]) == ([1, 2, 3, 4], [2, 3, 4, 5])
    assert seqs["executions"] == seqs["positions"] == [1, 2]


@pytest.mark.parametrize("route", LOSSLESS)
def test_R2_a_listener_that_comes_back_after_a_restart_gets_what_it_missed(
    tmp_path: Path, route: str
) -> None:
    market = FakeMarket()
    with paper_trading(create_app, tmp_path, market) as paper:
        with paper.listening() as socket:
            answer, _ = subscribe(socket, route)
            at = {"epoch": answer["epoch"], "seq": answer["seq"]}
        paper.place()
    with paper_trading(create_app, tmp_path, market) as paper:
        paper.place()
        with paper.listening() as socket:
            recovered, _ = subscribe(socket, route, recover=at)
            missed = updates(socket, {"orders": 4, "account": 4}.get(route, 2))
            paper.place()
            [live, *_] = updates(socket, 1)

    assert recovered["recovered"] and recovered["epoch"] == at["epoch"]
    numbers = [update["seq"] for update in (*missed, live)]
    assert numbers == list(range(at["seq"] + 1, at["seq"] + len(numbers) + 1))


def test_R2_a_reset_leaves_epoch_and_numbers(paper: PaperTrading) -> None:
    paper.place()
    before = paper.call("GET", "/orders").headers
    paper.done("POST", "/orders", json=limit(100))
    paper.done("POST", "/accounts/demo/reset")
    after = paper.call("GET", "/orders").headers

    assert after["Stream-Epoch"] == before["Stream-Epoch"]
    assert int(after["Stream-Seq"]) == int(before["Stream-Seq"]) + 2


LISTS = [
    ("orders", "/orders"),
    ("orders", "/orders/history"),
    ("positions", "/positions"),
    ("executions", "/executions/ACME"),
    ("account", "/account"),
]


@pytest.mark.parametrize(("route", "path"), LISTS)
def test_R6_a_list_and_its_stream_join_without_a_seam(
    paper: PaperTrading, route: str, path: str
) -> None:
    paper.place()
    headers = paper.call("GET", path).headers
    done = paper.place()
    at = {"epoch": headers["Stream-Epoch"], "seq": int(headers["Stream-Seq"])}
    with paper.listening() as socket:
        answer, _ = subscribe(socket, route, recover=at)
        first = until(socket, lambda update: update["route"] == route)

    # The order is accepted by one step and filled by the next, which ends the command.
    expected = done["step"] - 1 if route in ("orders", "account") else done["step"]
    assert answer["recovered"] and answer["seq"] == at["seq"]
    assert (first["seq"], first["step"]) == (at["seq"] + 1, expected)
    assert int(headers["Ledger-Step"]) == done["step"] - 2


def test_R6_what_a_mutation_did_is_readable_when_it_answers(paper: PaperTrading) -> None:
    for _ in range(20):
        step = paper.place(qty=1)["step"]

        for path in ("/orders", "/positions", "/executions/ACME"):
            assert int(paper.call("GET", path).headers["Ledger-Step"]) == step


@pytest.mark.parametrize("route", ["orders", "positions"])
def test_S5_the_state_of_a_stream_is_the_list_of_rest(paper: PaperTrading, route: str) -> None:
    paper.place(takeProfit=160)
    paper.place(symbol="COIN/USD", qty=0.5)
    paper.done("POST", "/orders", json=limit(100))
    paper.done("DELETE", "/orders/demo-o4")
    with paper.listening() as socket:
        answer, parts = subscribe(socket, route)

    reply = paper.call("GET", f"/{route}")
    assert parts == reply.json() and len(parts) > 1
    assert str(answer["seq"]) == reply.headers["Stream-Seq"]


def test_S5_the_account_in_parts_is_the_account_by_steps(paper: PaperTrading) -> None:
    for price in range(90, 90 + 130):
        paper.done("POST", "/orders", json=limit(price / 2 + 20, qty=1))
    paper.place(qty=5)
    with paper.listening() as socket:
        answer, parts = subscribe(socket, "account")
        paper.place(qty=5)
        [_, update] = updates(socket, 2)

    assert answer["snapshot"] == len(parts) == 2
    assert sum(len(part["orders"]) for part in parts) == 130
    assert {part["kind"] for part in parts} == {"snapshot"}
    assert parts[0]["executionsTail"]["count"] == 1
    assert update["payload"]["positions"][0]["qty"] == "10"


def test_money_on_the_account_stream_is_exact(paper: PaperTrading) -> None:
    with paper.listening("account") as socket:
        paper.place(symbol="COIN/USD", qty="0.3333")
        filled = until(socket, lambda update: update["payload"]["executions"])

    [balance] = filled["payload"]["balances"]
    assert Decimal(balance["cash"]) == 100_000 - Decimal("0.3333") * Decimal("150.01")


def test_orders_fill_with_no_client_connected(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(149))
    paper.market.quote("ACME", 14_890, 14_895)
    with paper.listening() as socket:
        _, parts = subscribe(socket, "account")
        if not parts[0]["positions"]:
            until(socket, lambda update: update["payload"]["positions"])

    assert paper.done("GET", "/orders")[0]["avgPrice"] == 149.0


def test_each_account_hears_its_own(paper: PaperTrading) -> None:
    paper.done("POST", "/accounts", json={"id": "second", "name": "Second"})
    with paper.listening("orders", account_id="second") as socket:
        params = {"accountId": "demo"}
        paper.done("POST", "/orders", json=order(), params=params)
        paper.done("POST", "/orders", json=order(), params={"accountId": "second"})
        [update] = updates(socket, 1)

    assert (update["seq"], update["payload"]["id"]) == (1, "second-o1")


def test_every_listener_gets_the_same_bytes_as_the_record(paper: PaperTrading) -> None:
    with paper.listening("orders") as one, paper.listening("orders") as other:
        paper.place(side=SELL)
        live = updates(one, 2)
        assert updates(other, 2) == live
    answer = {"epoch": paper.call("GET", "/orders").headers["Stream-Epoch"], "seq": 0}
    with paper.listening() as late:
        subscribe(late, "orders", recover=answer)

        assert json.dumps(updates(late, 2)) == json.dumps(live)
