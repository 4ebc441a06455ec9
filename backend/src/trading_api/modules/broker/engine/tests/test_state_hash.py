"""The hash covers what the `account` stream says, and anybody can compute it from that."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.inputs import Cancel, SetBrackets
from trading_api.modules.broker.engine.state.decimals import digits_of, fixed, money
from trading_api.modules.broker.engine.testing import (
    BUY,
    SELL,
    Desk,
    limit,
    market,
    quote,
)
from trading_api.shared.ws.topics import canonical

VECTORS = Path(__file__).parents[7] / "contract" / "state-hash.json"


def vectors():
    return json.loads(VECTORS.read_text(encoding="utf-8"))["states"]


def total(state):
    """Return the state hash of a state, by its definition in docs/reference/state-hash.md."""
    members = [
        *(f"order:{canonical(order)}" for order in state["orders"]),
        *(f"position:{canonical(position)}" for position in state["positions"]),
        *(f"balance:{canonical(balance)}" for balance in state["balances"]),
        f"executions:{canonical(state['executions'])}",
    ]
    digests = (sha256(member.encode()).digest() for member in members)
    return f"{sum(int.from_bytes(digest, 'big') for digest in digests) % 2**256:064x}"


def folded(steps):
    """Return the state that a reader of the `account` stream has after these steps."""
    orders: dict[str, Any] = {}
    positions: dict[str, Any] = {}
    balances: dict[str, Any] = {}
    count, chain = 0, "0" * 64
    for step in steps:
        update = json.loads(step.update)
        orders |= {order["id"]: order for order in update["orders"]}
        positions |= {position["symbol"]: position for position in update["positions"]}
        balances |= {balance["currency"]: balance for balance in update["balances"]}
        for execution in update["executions"]:
            count += 1
            chain = sha256((chain + canonical(execution)).encode()).hexdigest()
    return {
        "orders": [order for order in orders.values() if order["status"] in (3, 4, 6)],
        "positions": [held for held in positions.values() if float(held["qty"])],
        "balances": list(balances.values()),
        "executions": {"chain": chain, "count": count},
    }


def busy_desk():
    desk = Desk()
    desk.tick(quote(1, 9_990, 10_000, 60))
    desk.submit(
        market(BUY, 100, take_profit=10_100, stop_loss=9_900, client_order_id='a "quoted" é😀')
    )
    desk.submit(limit(BUY, 10, 9_900, oco_group="pair", time_in_force="DAY"))
    desk.tick(quote(2, 9_990, 10_001, 60))
    desk.submit(market(SELL, 30))
    desk.command(Cancel(("demo-o4",)))
    desk.command(SetBrackets("ACME", 10_200, None))
    return desk


def test_a_reader_of_the_stream_computes_the_same_hash_after_every_step():
    desk = busy_desk()

    for index, step in enumerate(desk.steps, 1):
        assert total(folded(desk.steps[:index])) == step.state_hash
        assert json.loads(step.update)["stateHash"] == step.state_hash


def test_updates_are_canonical_json():
    for step in busy_desk().steps:
        assert canonical(json.loads(step.update)) == step.update


@pytest.mark.parametrize("state", vectors(), ids=lambda state: state["name"])
def test_state_hash_vector(state):
    assert total(state) == state["stateHash"]


def test_the_vectors_are_what_the_engine_says():
    desk = busy_desk()
    expected = {**folded(desk.steps), "stateHash": desk.engine.state_hash}
    found = next(state for state in vectors() if state["name"] == "a busy account")

    assert {key: value for key, value in found.items() if key != "name"} == expected


def test_a_changed_bit_in_a_hashed_field_is_noticed():
    desk = busy_desk()
    dumped = desk.engine.dump()
    dumped["orders"][0]["filled_cost"] ^= 1

    with pytest.raises(ValueError, match="corrupt"):
        AccountEngine.load(desk.profile, desk.terms, dumped)


@pytest.mark.parametrize("change", [{"id": "other"}, {"currency": "EUR"}])
def test_a_dump_of_another_account_is_not_loaded(change):
    desk = busy_desk()

    with pytest.raises(ValueError, match="expected"):
        AccountEngine.load(replace(desk.profile, **change), desk.terms, desk.engine.dump())


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (15_010, 2, "150.10"),
        (-5, 2, "-0.05"),
        (0, 4, "0.0000"),
        (7, 0, "7"),
        (-1, 12, "-0." + "0" * 11 + "1"),
    ],
)
def test_fixed_has_exactly_so_many_digits(value, digits, text):
    assert fixed(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (10**17, "100000"),
        (-5 * 10**11, "-0.5"),
        (1, "0.000000000001"),
        (-(10**13), "-10"),
    ],
)
def test_money_is_the_shortest_exact_decimal(value, text):
    assert money(value) == text


@pytest.mark.parametrize(("scale", "digits"), [(1, 0), (100, 2), (32, 5), (8, 3), (40, 3)])
def test_a_price_scale_has_so_many_digits(scale, digits):
    assert digits_of(scale) == digits


def test_a_price_scale_without_finite_decimals_is_refused():
    with pytest.raises(ValueError, match="finite"):
        digits_of(3)
