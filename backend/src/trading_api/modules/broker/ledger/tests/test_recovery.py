"""What a restart goes on from: the record, and the ticks since."""

import pytest

from trading_api.modules.broker.engine.inputs import (
    Cancel,
    ClosePosition,
    Modify,
    ReversePosition,
)
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.engine.testing import OPENED, quote
from trading_api.modules.broker.ledger.testing import Bench, ScriptedFeed
from trading_api.modules.broker.ledger.tests.orders import buy, resting

TICKS = [
    quote(0, 9_990, 10_010, 100),
    quote(10, 9_990, 10_010, 40),
    quote(20, 9_700, 9_720, 3),
    quote(30, 9_600, 9_610, 3),
    quote(40, 9_490, 9_500, 5),
    quote(50, 9_390, 9_400, 2),
    quote(60, 9_390, 9_400, 9),
]
ORDERS = [buy(3), resting(9_710), buy(60), resting(9_500), resting(9_405), buy(8), resting(9_400)]


def run(path, restarts):
    """Play the ticks, an order with each; start anew before the orders of `restarts`."""
    feed = ScriptedFeed([TICKS[0]])
    bench = Bench(path, feed)
    bench.open_account()
    steps = []
    for number, order in enumerate(ORDERS):
        feed.add(*TICKS[number : number + 1][:number])
        bench.settle()
        if number in restarts:
            steps += bench.steps
            bench.close()
            bench = Bench(path, feed)
        bench.command(order)
    bench.close()
    return steps + bench.steps


@pytest.mark.parametrize("restarts", [{1}, {2}, {4}, {3, 5}, set(range(7))])
def test_a_restart_changes_nothing(tmp_path, restarts):
    straight = run(tmp_path / "straight.sqlite3", set())
    assert run(tmp_path / "restarted.sqlite3", restarts) == straight


def test_ticks_of_the_time_away_execute_at_their_times(bench, path):
    bench.command(resting(9_500))
    bench.close()
    bench.feed.add(quote(10, 9_390, 9_400), quote(20, 9_990, 10_010))
    later = Bench(path, bench.feed)
    later.settle()
    later.close()
    assert [(step.kind, step.executions[0].price) for step in later.steps] == [
        ("order_filled", 9_500)
    ]


@pytest.mark.parametrize("change", [{"rewindable": False}, {"name": "another"}])
def test_a_feed_that_cannot_be_read_again_leaves_a_gap(bench, path, change):
    bench.command(resting(9_500))
    bench.close()
    bench.feed.add(quote(10, 9_390, 9_400), quote(20, 9_990, 10_010))
    vars(bench.feed).update(change)
    later = Bench(path, bench.feed)
    later.settle()
    later.close()
    assert [step.kind for step in later.steps] == ["feed_gap"]


def test_a_gap_is_recorded_once(bench, path):
    bench.command(resting(9_500))
    bench.close()
    bench.feed.name = "another"
    for expected in (["feed_gap"], []):
        later = Bench(path, bench.feed)
        later.settle()
        later.close()
        assert [step.kind for step in later.steps] == expected


def test_nothing_is_missed_by_an_account_that_watches_nothing(bench, path):
    bench.close()
    bench.feed.rewindable = False
    later = Bench(path, bench.feed)
    later.settle()
    later.close()
    assert later.steps == []


def test_what_nobody_watches_is_not_read(bench):
    bench.command(resting(9_500))
    bench.feed.add(quote(10, 9_390, 9_400))
    bench.settle()
    order = resting(9_000)
    bench.command(order)
    assert bench.writer.reader.is_reading


def test_a_feed_that_begins_anew_goes_on_where_the_accounts_stood(bench, path):
    bench.feed.now += 5_000
    bench.command(resting(9_500))
    bench.close()
    again = ScriptedFeed([quote(0, 9_990, 10_010), quote(6_000, 9_390, 9_400)])
    later = Bench(path, again)
    assert again.now == OPENED + 5_000
    again.now += 1_000
    later.settle()
    later.close()
    assert later.steps[-1].kind == "order_filled"


def test_a_feed_that_has_gone_back_says_that_nothing_executes(bench, path):
    bench.feed.now += 5_000_000
    bench.command(resting(9_500), "k")
    bench.feed.now -= 4_000_000
    bench.close()
    later = Bench(path, Backwards(bench.feed.ticks))
    refused = later.command(buy(1))
    again = later.command(resting(9_500), "k")
    later.close()
    assert (refused.code, refused.temporary) == ("MARKET_BEHIND", True)
    assert isinstance(again, Reply)


@pytest.mark.parametrize(
    "command", [buy(1), resting(9_000), ClosePosition("ACME"), ReversePosition("ACME")]
)
def test_a_feed_at_its_end_executes_nothing_more(bench, command):
    bench.command(buy(5), "k")
    waiting = bench.command(resting(9_000)).order_id
    bench.feed.stands = "the replay has come to its end"
    before = len(bench.steps)
    refused = bench.command(command)
    changed = bench.command(Modify(waiting, limit_price=10_010))
    assert (refused.code, changed.code) == ("MARKET_CLOSED", "MARKET_CLOSED")
    assert "has come to its end" in str(refused)
    assert len(bench.steps) == before
    assert isinstance(bench.command(buy(5), "k"), Reply)
    assert isinstance(bench.command(Cancel((waiting,))), Reply)


class Backwards(ScriptedFeed):
    """A feed whose time nobody can set: the wall's."""

    def resume(self, time_ms):
        pass
