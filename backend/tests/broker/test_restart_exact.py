"""A day with kills in small; `make restart-exact` does it in full."""

from pathlib import Path

import pytest
from broker_proofs.restart_exact import run
from broker_proofs.same_ledger import differences, rare_states

from trading_api.modules.broker.engine.inputs import Submit
from trading_api.modules.broker.engine.testing import BUY, limit, quote
from trading_api.modules.broker.ledger.testing import Bench, ScriptedFeed
from trading_api.modules.broker.ledger.tests.orders import buy


@pytest.mark.timeout(180)
def test_R2_a_day_with_kills_leaves_the_ledger_of_one_without(tmp_path: Path) -> None:
    done = run(tmp_path, kills=5, orders=120, seed=3)

    assert done.faults == [], done.figures()
    assert done.met["work"] and done.met["a half-filled group"]
    assert done.scenes["POSITION_REVERSED"] and done.scenes["OCO_FILLED"]
    assert done.scenes["canceled after a partial fill"]
    assert done.scenes["order_expired on the closing tick"]


def ledger_with(path: Path, qty: int) -> Path:
    bench = Bench(path, ScriptedFeed([quote(0, 9_990, 10_010, 5)]))
    bench.open_account()
    bench.command(buy(qty, client_order_id="a"), "a")
    bench.close()
    return path


def test_ledgers_of_the_same_day_are_the_same(tmp_path: Path) -> None:
    one, other = (ledger_with(tmp_path / name, 3) for name in ("one", "other"))

    assert list(differences(one, other)) == []


def test_a_ledger_that_differs_in_one_order_is_found(tmp_path: Path) -> None:
    one, other = ledger_with(tmp_path / "one", 3), ledger_with(tmp_path / "other", 4)

    told = list(differences(one, other))
    assert {fault.partition(":")[0] for fault in told} >= {"step", "orders", "execution", "reply"}


def test_a_ledger_with_a_step_more_is_found(tmp_path: Path) -> None:
    one, other = ledger_with(tmp_path / "one", 3), ledger_with(tmp_path / "other", 3)
    bench = Bench(other, ScriptedFeed([quote(0, 9_990, 10_010, 5)]))
    bench.command(buy(1))
    bench.close()

    assert any(fault.startswith("step: 3 rows and") for fault in differences(one, other))


def test_a_half_filled_group_is_a_rare_state(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "one", ScriptedFeed([quote(0, 9_990, 10_010, 5)]))
    bench.open_account()
    bench.command(Submit(limit(BUY, 9, 10_010, oco_group="g")))
    bench.close()

    assert "a half-filled group" in set(rare_states(tmp_path / "one"))
