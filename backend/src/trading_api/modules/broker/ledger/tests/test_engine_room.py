"""The room in its thread, beside a loop: who is told what, and when."""

import asyncio
import resource

import pytest

from trading_api.modules.broker.engine.inputs import Submit
from trading_api.modules.broker.engine.testing import BUY, market, quote
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.lock import LedgerLock
from trading_api.modules.broker.ledger.room.engine_room import EngineRoom
from trading_api.modules.broker.ledger.store.driver import raw_connection
from trading_api.modules.broker.ledger.testing import DEMO, Heard, ManualClock, ScriptedFeed, parts
from trading_api.modules.broker.ledger.tests.orders import buy, resting
from trading_api.shared.errors import TradingApiError


@pytest.fixture
async def open_room(path):
    rooms = []

    async def start(listener=None, feed=None, clock=None, account=True):
        feed, listener = feed or ScriptedFeed([quote(0, 9_990, 10_010)]), listener or Heard()
        room = EngineRoom(path, parts(feed), listener, clock or ManualClock())
        rooms.append(room)
        room.start()
        if account:
            assert (await room.settled()).condition == "trading"
            if not listener.states:
                await room.open_account(DEMO)
        return room

    yield start
    for room in rooms:
        await room.stop()


async def code_of(asked):
    try:
        await asked
    except TradingApiError as refused:
        return refused.code


async def test_who_asks_is_answered_after_the_listener_heard(open_room):
    heard = Heard()
    room = await open_room(heard)
    reply = await room.command("demo", buy(5))
    assert heard.steps[-1].number == reply.step


async def test_what_was_published_is_in_the_file(open_room):
    class Reading(Heard):
        def committed(self, committed):
            super().committed(committed)
            self.read = room.readers.state("demo").head.step

    heard = Reading()
    room = await open_room(heard, account=False)
    await room.settled()
    await room.open_account(DEMO)
    reply = await room.command("demo", buy(5))
    assert heard.read == reply.step


async def test_commands_at_once_are_answered_in_order(open_room):
    room = await open_room()
    replies = await asyncio.gather(*(room.command("demo", buy(1)) for _ in range(100)))
    steps = [reply.step for reply in replies]
    assert steps == sorted(steps)


async def test_a_key_that_races_is_applied_once(open_room):
    heard = Heard()
    room = await open_room(heard)
    replies = await asyncio.gather(*(room.command("demo", buy(5), "k") for _ in range(50)))
    assert len(set(replies)) == 1
    assert len([step for step in heard.steps if step.executions]) == 1


async def test_a_key_that_races_with_another_command_conflicts(open_room):
    room = await open_room()
    asked = [room.command("demo", buy(5 + number % 2), "k") for number in range(20)]
    codes = await asyncio.gather(*(code_of(one) for one in asked))
    assert codes == [None, "IDEMPOTENCY_CONFLICT"] * 10


async def test_a_caller_that_goes_away_does_not_take_its_command_back(open_room):
    heard = Heard()
    room = await open_room(heard)
    gone = asyncio.create_task(room.command("demo", buy(5)))
    await asyncio.sleep(0)
    gone.cancel()
    await room.command("demo", buy(6))
    assert [step.executions[0].qty for step in heard.steps if step.executions] == [5, 6]


async def test_ticks_execute_with_nobody_asking(open_room):
    class Filled(Heard):
        done = asyncio.Event()

        def committed(self, committed):
            super().committed(committed)
            if self.steps[-1].kind == "order_filled":
                self.done.set()

    heard, feed = Filled(), ScriptedFeed([quote(0, 9_990, 10_010)])
    room = await open_room(heard, feed)
    await room.command("demo", resting(9_500))
    feed.add(quote(10, 9_390, 9_400))
    room.wake()
    await asyncio.wait_for(heard.done.wait(), 5)
    assert heard.steps[-1].executions[0].price == 9_500


async def test_a_listener_that_fails_keeps_nobody_from_his_answer(open_room):
    class Failing(Heard):
        def committed(self, committed):
            raise ZeroDivisionError

    room = await open_room(Failing())
    assert (await room.command("demo", buy(5))).order_id


async def test_the_listener_hears_the_accounts_as_they_were(open_room):
    room = await open_room()
    reply = await room.command("demo", resting(9_500))
    await room.stop()
    heard = Heard()
    await open_room(heard)
    (state,) = heard.states
    assert ([order.id for order in state.orders], state.head.step) == (
        [reply.order_id],
        reply.step,
    )


async def test_a_second_server_waits_and_then_refuses_to_trade(open_room):
    first, clock = await open_room(), ManualClock()
    second = await open_room(clock=clock, account=False)
    assert await code_of(second.command("demo", buy(5))) == "LEDGER_STARTING"
    clock.advance(15)
    state = await second.settled()
    assert state.condition == "locked"
    assert "stop that one" in state.reason
    assert await code_of(second.command("demo", buy(5))) == "LEDGER_LOCKED"
    assert await first.command("demo", buy(5))


async def test_a_second_server_takes_over_when_the_first_ends(open_room):
    first = await open_room()
    second = await open_room(account=False)
    await first.stop()
    assert (await second.settled()).condition == "trading"
    assert await second.command("demo", buy(5))


async def test_after_stop_nothing_is_taken_and_the_lock_is_free(open_room, path):
    room = await open_room()
    await room.stop()
    lock = LedgerLock(path)
    assert await code_of(room.command("demo", buy(5))) == "LEDGER_UNAVAILABLE"
    assert lock.try_acquire()
    lock.release()


async def test_stop_answers_whoever_waits(open_room):
    room = await open_room()
    asked = [asyncio.create_task(code_of(room.command("demo", buy(1)))) for _ in range(300)]
    await asyncio.sleep(0)
    await room.stop()
    assert set(await asyncio.gather(*asked)) <= {None, "LEDGER_UNAVAILABLE"}


async def test_a_full_disk_shows_until_there_is_room(open_room, path):
    room = await open_room()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = path.with_name(f"{path.name}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (log + 1_000, limits[1]))
    try:
        code, condition = await code_of(room.command("demo", buy(5))), room.state.condition
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    replies = [await room.command("demo", buy(5)) for _ in range(2)]
    assert replies[0].step < replies[1].step
    assert (code, condition) == ("LEDGER_UNAVAILABLE", "unavailable")
    assert room.state.condition == "trading"


async def test_reconciling_moves_the_mark(open_room):
    room = await open_room()
    await room.command("demo", buy(5))
    first = await room.reconcile()
    second = await room.reconcile()
    assert [(one.steps, two.steps) for one, two in zip(first, second, strict=True)] == [(3, 0)]


async def test_reconciling_alarms_about_a_changed_sum(open_room, path):
    room = await open_room()
    await room.command("demo", buy(5))
    with raw_connection(path, "rw") as other:
        other.execute("""UPDATE position SET body = replace(body, '"qty":5', '"qty":6')""")
    other.close()
    with pytest.raises(LedgerCorrupt, match="position ACME"):
        await room.reconcile()
    assert "position ACME" in room.alarm


async def test_what_is_no_ledger_is_refused_with_the_way_out(open_room, path):
    path.write_bytes(b"bars, not orders" * 1000)
    room = await open_room(account=False)
    state = await room.settled()
    assert state.condition == "corrupt"
    assert "trading-pro restore" in state.reason
    assert await code_of(room.command("demo", Submit(market(BUY, 1)))) == "LEDGER_CORRUPT"


async def test_a_damaged_record_is_logged_with_its_place(open_room, path, caplog):
    room = await open_room()
    await room.command("demo", buy(5))
    await room.stop()
    with raw_connection(path, "rw") as other:
        other.execute("UPDATE step SET ts = ts + 1 WHERE step = 2")
    other.close()

    room = await open_room(account=False)
    await room.settled()

    [line] = caplog.messages
    assert line.startswith("ledger_unusable condition=corrupt account=demo step=2 reason=")
