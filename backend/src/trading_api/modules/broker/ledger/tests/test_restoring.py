"""The way back of a backup: whole, under new epochs, and safe from a crash at any point."""

import subprocess
import sys
from pathlib import Path

import pytest

from trading_api.modules.broker.ledger.backup import back_up
from trading_api.modules.broker.ledger.checking.verification import verify_ledger
from trading_api.modules.broker.ledger.lock import LedgerLock
from trading_api.modules.broker.ledger.restoring import (
    exchange,
    find_staged,
    put_aside,
    restore,
    stage,
)
from trading_api.modules.broker.ledger.store.driver import raw_connection, reader_engine
from trading_api.modules.broker.ledger.testing import Bench, recorded
from trading_api.modules.broker.ledger.tests.orders import buy, resting
from trading_api.shared.file_copies import CopyRefused

KILLED = "trading_api.modules.broker.ledger.tests.killed_exchange"


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.sqlite3"


@pytest.fixture
def staged(bench, path, copy):
    """Return a staged backup; the ledger has gone on by two steps since, and is closed."""
    back_up(path, copy)
    bench.command(buy(5))
    bench.close()
    return stage(copy, path, lambda: "after").path


def verified(path):
    """Return epoch and steps of a ledger, all of it verified."""
    engine = reader_engine(path)
    try:
        with engine.begin() as connection:
            [one] = verify_ledger(connection, whole=True)
    finally:
        engine.dispose()
    return recorded(path).epoch, one.mark.step


def test_what_was_restored_goes_on_under_a_new_epoch(bench, path, copy):
    order_id = bench.command(resting(9_500), "k").order_id
    back_up(path, copy)
    bench.command(buy(5))
    bench.close()
    restore(stage(copy, path, lambda: "after").path, path)
    later = Bench(path, bench.feed)
    assert later.states[0].epoch == "after"
    assert [order.id for order in later.states[0].orders] == [order_id]
    assert later.command(resting(9_500), "k").order_id == order_id
    later.close()


def test_each_replaced_ledger_is_kept(staged, path, copy):
    first = restore(staged, path)
    second = restore(stage(copy, path, lambda: "later").path, path)
    assert [first, second] == [Path(f"{path}.replaced"), Path(f"{path}.replaced-2")]
    assert [verified(first), verified(second)] == [("epoch-1", 3), ("after", 1)]
    assert verified(path) == ("later", 1)


def test_where_nothing_was_nothing_is_kept(staged, path, tmp_path):
    assert exchange(staged, tmp_path / "new.sqlite3") is None
    assert verified(tmp_path / "new.sqlite3") == ("after", 1)


def test_nothing_is_restored_under_a_server_that_does_not_answer(staged, path):
    lock = LedgerLock(path)
    lock.try_acquire()
    with pytest.raises(CopyRefused, match=r"stop that server \(Ctrl-C\), restore, start it again"):
        restore(staged, path)
    lock.release()
    assert verified(path) == ("epoch-1", 3)


def test_a_damaged_backup_is_not_staged(bench, path, copy):
    back_up(path, copy)
    with raw_connection(copy, "rw") as other:
        other.execute("UPDATE account SET step = 9")
    other.close()
    with pytest.raises(CopyRefused, match=f"the backup {copy} is damaged at .*as they were"):
        stage(copy, path, lambda: "after")
    assert not list(path.parent.glob("*staged*"))


def test_a_backup_with_a_torn_page_is_named_as_damaged(bench, path, copy):
    back_up(path, copy)
    copy.write_bytes(copy.read_bytes()[:4096] + b"torn" * 40_000)
    with pytest.raises(CopyRefused, match=f"the backup {copy} is damaged.*as they were"):
        stage(copy, path, lambda: "after")


def test_what_is_no_backup_is_refused(bench, path, copy):
    copy.write_bytes(b"bars" * 5000)
    with pytest.raises(CopyRefused, match="expected a backup made by `trading-pro backup`"):
        stage(copy, path, lambda: "after")


def test_a_ledger_that_cannot_be_read_is_kept_as_it_is(staged, path):
    path.write_bytes(b"torn" * 5000)
    kept = restore(staged, path)
    assert kept is not None
    assert kept.read_bytes() == b"torn" * 5000
    assert verified(path) == ("after", 1)


def test_a_ledger_that_somebody_reads_is_replaced_when_he_is_done(staged, path):
    writer = Bench(path)
    reader = reader_engine(path)
    with reader.connect() as connection, connection.begin():
        connection.exec_driver_sql("SELECT * FROM step").all()
        writer.command(buy(1))
        writer.close()
        with pytest.raises(CopyRefused, match="somebody reads"):
            exchange(staged, path)
    reader.dispose()
    assert exchange(staged, path) is not None
    assert verified(path) == ("after", 1)


@pytest.mark.parametrize("name", ["broker.sqlite3", "../x", "broker.sqlite3.staged-0", ""])
def test_only_a_staged_copy_is_found(staged, path, name):
    with pytest.raises(CopyRefused, match="expected a staged copy"):
        find_staged(path, name)
    assert find_staged(path, staged.name) == staged


# A process for each of its kills.
@pytest.mark.timeout(240)
def test_killed_at_any_point_it_is_the_old_ledger_or_the_restored_one(bench, path, copy):
    back_up(path, copy)
    bench.command(buy(5))
    found = []
    for point in range(1, 100):
        staged = stage(copy, path, lambda: "after").path
        killed = [sys.executable, "-m", KILLED, str(staged), str(path), str(point)]
        done = subprocess.run(killed, check=False)
        found.append(verified(path))
        if done.returncode == 0 or found[-1] != ("epoch-1", 3):
            break
    assert found == [("epoch-1", 3)] * (point - 1) + [("after", 1)]
    assert point > 10
    assert verified(path.with_name(f"{path.name}.replaced")) == ("epoch-1", 3)


def test_what_is_put_aside_is_kept_and_its_place_is_free(staged, path):
    kept = put_aside(path)
    assert (verified(kept), path.exists()) == (("epoch-1", 3), False)
    assert put_aside(path) is None


def test_what_somebody_trades_with_is_not_put_aside(staged, path):
    lock = LedgerLock(path)
    lock.try_acquire()
    with pytest.raises(CopyRefused, match="expected a ledger that nobody has, but process"):
        put_aside(path)
    lock.release()
    assert verified(path) == ("epoch-1", 3)
