"""Commits that fail and machines that raise: what stands is what the record says."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from trading_api.modules.broker.engine.inputs import Cancel, Submit
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.engine.testing import BUY, OPENED, limit, quote
from trading_api.modules.broker.ledger.room.requests import MarkRequest
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.ledger.testing import (
    DEMO,
    Bench,
    EngineFactory,
    ScriptedFeed,
)
from trading_api.modules.broker.ledger.tests.orders import buy, resting

POISON = 13


class Fragile:
    """A machine that breaks, half changed, on a quantity or a bid of `POISON`."""

    def __init__(self, machine):
        self._machine = machine

    def __getattr__(self, name):
        return getattr(self._machine, name)

    def command(self, command, ts):
        result = self._machine.command(command, ts)
        if getattr(getattr(command, "order", None), "qty", None) == POISON:
            raise ZeroDivisionError
        return result

    def tick(self, tick):
        steps = self._machine.tick(tick)
        if tick.bid == POISON:
            raise ZeroDivisionError
        return steps


def fragile(path):
    feed = ScriptedFeed([quote(0, 9_990, 10_010)])
    bench = Bench(path, feed, EngineFactory(Fragile))
    bench.open_account()
    bench.open_account(AccountOpening("other", "Other", "USD", DEMO.profile))
    return bench


def held(bench):
    return [step.executions[0].qty for step in bench.steps if step.executions]


def fail_once(bench):
    """Let the next transaction fail at its end."""
    commit = bench.file.commit

    def failing(commits):
        bench.file.commit = commit
        raise OperationalError("COMMIT", (), sqlite3.OperationalError("disk I/O error"))

    bench.file.commit = failing


def test_a_failed_commit_refuses_its_batch_and_publishes_nothing(bench):
    fail_once(bench)
    answers = bench.settle(bench.request(buy(1)), bench.request(buy(0)))
    assert [(one.code, one.temporary) for one in answers] == [("LEDGER_UNAVAILABLE", True)] * 2
    assert held(bench) == []


def test_after_a_failed_commit_the_account_is_as_recorded(bench):
    bench.command(buy(1))
    fail_once(bench)
    bench.command(buy(2))
    reply = bench.command(buy(3))
    assert (reply.step, held(bench)) == (bench.steps[-1].number, [1, 3])
    assert [step.number for step in bench.steps] == list(range(1, len(bench.steps) + 1))


def test_a_tick_whose_commit_failed_is_read_again(bench):
    bench.command(resting(9_500))
    bench.feed.add(quote(10, 9_390, 9_400))
    fail_once(bench)
    bench.settle()
    bench.settle()
    assert [step.kind for step in bench.steps[2:]] == ["order_filled"]
    assert bench.steps[-1].ts == OPENED + 10


def test_an_account_whose_first_commit_failed_is_not_there(path):
    bench = Bench(path)
    fail_once(bench)
    assert bench.open_account().code == "LEDGER_UNAVAILABLE"
    assert bench.command(buy(1)).code == "forbidden"
    assert isinstance(bench.open_account(), Reply)
    bench.close()


def test_a_command_that_breaks_the_machine_leaves_its_neighbours(path):
    bench = fragile(path)
    requests = [bench.request(buy(qty)) for qty in (1, POISON, 2)]
    requests.append(bench.request(buy(7), account_id="other"))
    answers = bench.settle(*requests)
    assert [getattr(one, "code", "ok") for one in answers] == ["ok", "internal_error", "ok", "ok"]
    assert sorted(held(bench)) == [1, 2, 7]
    bench.close()


def test_a_broken_machine_is_loaded_as_it_was(path):
    bench = fragile(path)
    order_id = bench.command(resting()).order_id
    bench.command(buy(POISON))
    assert isinstance(bench.command(Cancel((order_id,))), Reply)
    assert bench.steps[-1].balances[0].cash == DEMO.profile["initial_cash"]
    bench.close()


def test_a_tick_that_breaks_the_machine_suspends_that_account_alone(path):
    bench = fragile(path)
    bench.command(resting())
    bench.feed.add(quote(10, POISON, 10_020))
    assert bench.command(buy(1)).code == "ACCOUNT_SUSPENDED"
    assert isinstance(bench.command(buy(7), account_id="other"), Reply)
    assert list(bench.writer.accounts.suspended) == ["demo"]
    bench.close()


def test_a_suspended_account_tries_again_after_a_start(path):
    bench = fragile(path)
    bench.command(resting())
    bench.feed.add(quote(10, POISON, 10_020))
    bench.settle()
    bench.close()
    later = Bench(path, bench.feed)
    later.settle()
    assert isinstance(later.command(buy(1)), Reply)
    later.close()


class Broken(ScriptedFeed):
    """A feed that raises once, in the method that `breaks` names."""

    breaks = ""

    def _once(self, name):
        if self.breaks == name:
            self.breaks = ""
            raise ConnectionError

    def take(self, until_ms, limit):
        self._once("take")
        return super().take(until_ms, limit)

    def rewind(self, places):
        self._once("rewind")
        super().rewind(places)


@pytest.mark.parametrize("method", ["take", "rewind"])
def test_a_feed_that_fails_takes_nobody_down(path, method):
    feed = Broken([quote(0, 9_990, 10_010)])
    bench = Bench(path, feed)
    bench.open_account()
    bench.command(Submit(limit(BUY, 1_000, 9_500, symbol="COIN/USD")))
    feed.breaks = method
    assert isinstance(bench.command(resting(9_400)), Reply)
    feed.add(quote(10, 9_390, 9_400))
    bench.settle()
    assert bench.steps[-1].kind == "order_filled"
    bench.close()


def test_a_mark_that_cannot_be_kept_leaves_what_was_committed(bench):
    def failing(account_id, mark):
        raise OperationalError("UPDATE", (), sqlite3.OperationalError("disk I/O error"))

    bench.file.set_verified = failing
    answers = bench.settle(bench.request(buy(1)), MarkRequest("demo", "{}"))
    assert [getattr(one, "code", "ok") for one in answers] == ["ok", "LEDGER_UNAVAILABLE"]
    assert held(bench) == [1]
