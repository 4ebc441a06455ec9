"""Killed servers in small; `make kill-server` does it in full."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from broker_proofs.kill_server import run
from broker_proofs.listeners import Heard
from broker_proofs.recorded import Recorded, lost_or_doubled, missing_and_doubled
from broker_proofs.traders import Told

from trading_api.models.broker import OrderStatus

STORED = [(seq, seq, {"id": f"o{seq}"}) for seq in range(1, 6)]


@pytest.mark.timeout(120)
async def test_R2_no_kill_loses_or_doubles_what_was_told(tmp_path: Path) -> None:
    done = await run(tmp_path, kills=3, clients=4, seed=1)

    assert list(done.faults()) == [], done.figures()
    assert done.busy_kills
    assert all(one.connections > 1 and one.heard["account"].updates for one in done.listeners)


def test_a_listener_that_heard_everything_once_lacks_nothing() -> None:
    heard = Heard(began=2, position=5, updates=STORED[2:])

    assert missing_and_doubled(heard, STORED) == (0, 0, 0)


@pytest.mark.parametrize(
    ("updates", "found"),
    [
        (STORED[2:4], (1, 0, 0)),
        ([*STORED[2:], STORED[4]], (0, 1, 0)),
        ([STORED[2], STORED[4], STORED[3]], (0, 0, 1)),
        ([*STORED[2:4], (5, 5, {"id": "other"})], (0, 0, 1)),
    ],
)
def test_what_a_listener_lacks_or_has_twice_is_found(updates: list, found: tuple) -> None:
    assert missing_and_doubled(Heard(began=2, updates=updates), STORED) == found


def order(key: str, order_id: str, status: OrderStatus = OrderStatus.FILLED) -> Any:
    return SimpleNamespace(client_order_id=key, id=order_id, created_step=2, status=status)


@pytest.mark.parametrize(
    ("orders", "fault"),
    [
        ([], "a: told o1"),
        ([order("a", "o1"), order("a", "o2")], "a: 2 orders"),
        ([order("a", "o2")], "a: told o1"),
        ([order("a", "o1"), order("b", "o2")], "b: never acknowledged"),
    ],
)
def test_an_order_that_is_lost_or_doubled_is_found(orders: list, fault: str) -> None:
    ledger = Recorded(orders, {}, steps=9)

    assert any(found.startswith(fault) for found in lost_or_doubled(Told({"a": ("o1", 3)}), ledger))


def test_a_cancel_that_was_told_and_is_not_recorded_is_found() -> None:
    told = Told({"a": ("o1", 3)}, canceled={"o1": 4})

    [fault] = lost_or_doubled(told, Recorded([order("a", "o1")], {}, steps=9))
    assert fault.startswith("o1: told that it is canceled")
