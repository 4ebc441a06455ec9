"""The writer over a real file: order of inputs, group commit, faults of one account."""

import gc

import pytest

from trading_api.modules.broker.engine.inputs import (
    Cancel,
    ClosePosition,
    Cursor,
    ReversePosition,
    Submit,
)
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.engine.testing import BUY, OPENED, market, quote
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.ledger.store.readers import LedgerReaders
from trading_api.modules.broker.ledger.testing import (
    DEMO,
    Bench,
    EngineFactory,
    ScriptedFeed,
    encode,
)
from trading_api.modules.broker.ledger.tests.orders import buy, resting
from trading_api.shared.errors import Refusal


def test_an_account_begins_with_step_1_and_an_epoch(bench, path):
    readers = LedgerReaders(path)
    state = readers.state("demo")
    readers.close()
    assert (state.head.step, state.epoch) == (1, "epoch-1")
    assert [step.kind for step in bench.steps] == ["account_opened"]


def test_a_command_is_answered_with_its_step(bench):
    reply = bench.command(buy(5))
    assert isinstance(reply, Reply)
    assert reply.step == bench.steps[-1].number
    assert bench.steps[-1].executions[0].price == 10_010


def test_ticks_up_to_a_command_come_before_it(bench):
    bench.command(resting(9_500))
    bench.feed.add(quote(10, 9_390, 9_400))
    bench.command(buy(1))
    kinds = [step.kind for step in bench.steps[1:]]
    assert kinds == ["order_accepted", "order_filled", "order_accepted", "order_filled"]
    assert bench.steps[2].cursor == Cursor(OPENED + 10, "ACME")


def test_a_timer_fires_before_a_later_tick(bench):
    bench.command(resting(9_500, time_in_force="GTD", expires_ts=OPENED + 5))
    bench.feed.add(quote(10, 9_390, 9_400))
    bench.settle()
    assert [step.kind for step in bench.steps[2:]] == ["order_expired"]


def test_a_tick_of_the_timers_time_comes_first(bench):
    bench.command(resting(9_500, time_in_force="GTD", expires_ts=OPENED + 5))
    bench.feed.add(quote(5, 9_390, 9_400))
    bench.settle()
    assert [step.kind for step in bench.steps[2:]] == ["order_filled"]


@pytest.mark.parametrize("code", ["MARKET_STALE", "MARKET_HALTED"])
@pytest.mark.parametrize("command", [buy(1), ClosePosition("ACME"), ReversePosition("ACME")])
def test_what_takes_any_price_is_refused_while_the_price_is_not_fresh(bench, command, code):
    bench.command(buy(5), "k")
    before = len(bench.steps)
    bench.feed.refuses["ACME"] = Refusal(code, "it is silent")

    refused = bench.command(command, "later")

    assert (refused.code, refused.row.temporary, len(bench.steps)) == (code, True, before)
    assert isinstance(bench.command(buy(5), "k"), Reply)
    assert isinstance(bench.command(resting(9_000)), Reply)
    bench.feed.refuses.clear()
    assert isinstance(bench.command(command, "later"), Reply)


def test_good_and_bad_commands_of_one_batch_do_not_meet(bench):
    orders = [buy(1), Submit(market(BUY, 0)), buy(2), Cancel(("none",)), buy(3)]
    answers = bench.settle(*(bench.request(order) for order in orders))
    codes = [getattr(answer, "code", "ok") for answer in answers]
    assert codes == ["ok", "ORDER_QTY_RANGE", "ok", "ORDER_NOT_FOUND", "ok"]
    assert [step.executions[0].qty for step in bench.steps if step.executions] == [1, 2, 3]


def test_a_batch_is_one_transaction_and_bounded(bench):
    commits: list[int] = []
    bench.file.commit = _counting(bench.file.commit, commits)
    bench.settle(*(bench.request(resting()) for _ in range(300)))
    assert commits == [256, 44]


def _counting(commit, counts):
    def counted(commits):
        counts.append(sum(len(one.rows.steps) for one in commits))
        commit(commits)

    return counted


def test_ticks_that_never_end_do_not_keep_a_command_waiting(path):
    class Endless(ScriptedFeed):
        def now_ms(self):
            self.add(*(quote(self.now - OPENED + i, 9_990, 10_010) for i in range(1, 400)))
            return self.now

    bench = Bench(path, Endless([quote(0, 9_990, 10_010)]))
    bench.open_account()
    bench.command(resting())
    request = bench.request(buy(1))
    bench.writer.ask(request)
    answered = [request in dict(bench.turn().answers) for _ in range(3)]
    bench.close()
    assert True in answered


def test_a_clock_that_goes_back_leaves_the_account_where_it_was(bench, path):
    bench.feed.now = OPENED + 30_000
    bench.command(buy(1))
    bench.feed.now = OPENED + 10
    bench.command(buy(1))
    bench.close()
    later = Bench(path, bench.feed)
    later.feed.now = OPENED - 5
    assert isinstance(later.command(buy(1)), Reply)
    later.close()
    assert {step.ts for step in bench.steps[2:] + later.steps} == {OPENED + 30_000}


def test_several_accounts_see_the_same_tick(bench):
    bench.open_account(AccountOpening("other", "Other", "USD", DEMO.profile))
    for account_id in ("demo", "other"):
        bench.command(resting(9_500), account_id=account_id)
    bench.feed.add(quote(10, 9_390, 9_400))
    bench.settle()
    filled = [step.account_id for step in bench.steps if step.kind == "order_filled"]
    assert filled == ["demo", "other"]


def test_an_account_is_opened_once(bench):
    assert bench.open_account().code == "ACCOUNT_EXISTS"


def test_an_unknown_account_is_refused(bench):
    assert bench.command(buy(1), account_id="none").code == "forbidden"


def test_updates_are_numbered_by_route(bench, path):
    bench.command(buy(1))
    bench.command(buy(2))
    readers = LedgerReaders(path)
    pages = {
        route: [update.seq for update in readers.page("demo", route, 0, 500)]
        for route in ("account", "orders", "positions", "executions")
    }
    readers.close()
    for route, numbers in pages.items():
        expected = [1 for step in bench.steps for one in encode(step) if one.route == route]
        assert numbers == list(range(1, len(expected) + 1))


def test_a_batch_is_not_searched_for_cycles(path):
    searched = []

    def watched(machine):
        searched.append(gc.isenabled())
        return machine

    bench = Bench(path, factory=EngineFactory(watched))
    bench.open_account()
    bench.close()
    assert searched == [False]
    assert gc.isenabled()
