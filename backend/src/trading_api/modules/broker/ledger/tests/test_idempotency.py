"""A key is answered once for the life of its account."""

from dataclasses import replace

import pytest

from trading_api.modules.broker.engine.inputs import (
    Cancel,
    ClosePosition,
    KillSwitch,
    Modify,
    Reset,
    ReversePosition,
    SetBrackets,
    SetLeverage,
    SetRisk,
)
from trading_api.modules.broker.engine.profile import DEFAULT_LIMITS
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.ledger.testing import DEMO, Bench
from trading_api.modules.broker.ledger.tests.orders import buy, resting


def filled(bench):
    return [step.executions[0].qty for step in bench.steps if step.executions]


def test_a_repeated_key_gets_the_first_answer(bench):
    first = bench.command(buy(5), "k")
    assert (bench.command(buy(5), "k"), filled(bench)) == (first, [5])


def test_a_repeated_key_gets_the_first_answer_after_a_restart(bench, path):
    first = bench.command(buy(5), "k")
    bench.close()
    later = Bench(path, bench.feed)
    again = later.command(buy(5), "k")
    later.close()
    assert (again, later.steps) == (first, [])


def test_a_key_of_another_command_is_refused_with_the_difference(bench):
    bench.command(buy(5), "k")
    refused = bench.command(buy(7), "k")
    assert refused.code == "IDEMPOTENCY_CONFLICT"
    assert "order.qty was 5, came as 7" in refused.message


def test_a_key_of_another_kind_of_command_is_refused(bench):
    order_id = bench.command(resting(), "k").order_id
    refused = bench.command(Cancel((order_id,)), "k")
    assert (refused.code, refused.row.http_status) == ("IDEMPOTENCY_CONFLICT", 409)


def test_one_key_in_one_batch_is_applied_once(bench):
    requests = [bench.request(buy(5), "k") for _ in range(4)]
    answers = bench.settle(*requests)
    assert (len(set(answers)), filled(bench)) == (1, [5])


@pytest.mark.parametrize(
    "command",
    [
        buy(5),
        resting(9_500),
        Cancel(("demo-o2",)),
        Modify("demo-o2", qty=3),
        ClosePosition("ACME", 2),
        ReversePosition("ACME"),
        SetBrackets("ACME", 10_500, 9_500),
        SetLeverage("ACME", 3),
        SetRisk(replace(DEFAULT_LIMITS, max_open_orders=7)),
        KillSwitch(flatten=True),
        Reset(),
    ],
    ids=lambda command: type(command).__name__,
)
def test_every_command_is_known_by_its_key(bench, command):
    bench.command(buy(4))
    bench.command(resting())
    first = bench.command(command, "k")
    assert (bench.command(command, "k"), first.step) == (first, bench.steps[-1].number)


def test_the_same_key_of_another_account_is_another_key(bench):
    bench.open_account(AccountOpening("other", "Other", "USD", DEMO.profile))
    bench.command(buy(5), "k")
    bench.command(buy(6), "k", account_id="other")
    assert filled(bench) == [5, 6]


def test_a_refused_command_leaves_its_key_free(bench):
    assert bench.command(buy(0), "k").code == "ORDER_QTY_RANGE"
    bench.command(buy(5), "k")
    assert filled(bench) == [5]


def test_a_key_whose_commit_failed_is_free(bench):
    commit, bench.file.commit = bench.file.commit, _no_room
    assert bench.command(buy(5), "k").code == "LEDGER_UNAVAILABLE"
    bench.file.commit = commit
    bench.command(buy(5), "k")
    assert filled(bench) == [5]


def _no_room(commits):
    raise OSError("no space left")
