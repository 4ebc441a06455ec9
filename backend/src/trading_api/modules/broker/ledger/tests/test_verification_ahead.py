"""A server that waits for the lock verifies beside the one that still writes."""

import shutil

import pytest

from trading_api.modules.broker.engine.testing import quote
from trading_api.modules.broker.ledger.checking.ahead import LOOK_EVERY_S, VerifiedAhead
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.store.driver import raw_connection, reader_engine
from trading_api.modules.broker.ledger.testing import Bench, ManualClock, ScriptedFeed
from trading_api.modules.broker.ledger.tests.orders import buy

# Taken, then filled.
STEPS_OF_A_FILL = 2


@pytest.fixture
def writer(path):
    bench = Bench(path, ScriptedFeed([quote(0, 9_990, 10_010)]))
    bench.open_account()
    bench.command(buy(5))
    yield bench
    bench.close()


def rest(ahead, path):
    engine = reader_engine(path)
    try:
        with engine.begin() as connection:
            return ahead.verify_rest(connection)
    finally:
        engine.dispose()


def damage(path, change):
    connection = raw_connection(path, "rw")
    connection.execute(change)
    connection.close()


def test_only_what_came_after_the_last_look_is_left(writer, path):
    clock = ManualClock()
    ahead = VerifiedAhead(path, clock)
    ahead.look()
    writer.command(buy(1))
    clock.advance(LOOK_EVERY_S)
    ahead.look()
    writer.command(buy(2))

    [verified] = rest(ahead, path)

    assert verified.steps == STEPS_OF_A_FILL


def test_it_looks_once_a_second(writer, path):
    ahead = VerifiedAhead(path, ManualClock())
    ahead.look()
    marks = ahead.marks
    writer.command(buy(1))

    ahead.look()

    assert ahead.marks == marks


def test_what_is_damaged_after_the_look_is_found(writer, path):
    ahead = VerifiedAhead(path, ManualClock())
    ahead.look()
    writer.command(buy(1))
    damage(path, "UPDATE step SET ts = ts + 1 WHERE step = (SELECT max(step) FROM step)")

    with pytest.raises(LedgerCorrupt):
        rest(ahead, path)


def test_a_file_that_took_the_place_of_another_is_judged_by_itself(writer, path, tmp_path):
    before = tmp_path / "before.sqlite3"
    writer.close()
    shutil.copy(path, before)
    other = Bench(path, ScriptedFeed([quote(0, 9_990, 10_010)]))
    other.command(buy(1))
    other.close()
    ahead = VerifiedAhead(path, ManualClock())
    ahead.look()
    shutil.copy(before, path)

    [verified] = rest(ahead, path)

    assert verified.mark.step == verified.steps


def test_what_cannot_be_read_yet_is_left_to_who_holds_the_lock(path):
    path.write_text("no ledger")
    ahead = VerifiedAhead(path, ManualClock())

    ahead.look()

    assert ahead.marks == {}
