"""Backups of a ledger that is being written, and their way back."""

import pytest

from trading_api.modules.broker.ledger.backup import CopyRefused, back_up, restore
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.checking.doctor import ledger_checks
from trading_api.modules.broker.ledger.lock import LedgerLock
from trading_api.modules.broker.ledger.store.driver import raw_connection
from trading_api.modules.broker.ledger.store.readers import LedgerReaders
from trading_api.modules.broker.ledger.testing import Bench
from trading_api.modules.broker.ledger.tests.orders import buy, resting


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.sqlite3"


def state(path):
    readers = LedgerReaders(path)
    try:
        return readers.state("demo")
    finally:
        readers.close()


def test_a_backup_beside_the_writer_is_one_moment(bench, path, copy):
    bench.command(buy(5))
    (verified,) = back_up(path, copy)
    bench.command(buy(6))
    assert verified.steps == state(copy).head.step == state(path).head.step - 2


def test_a_backup_is_one_file(bench, path, copy):
    back_up(path, copy)
    assert [one.name for one in copy.parent.glob("copy*")] == ["copy.sqlite3"]


def test_a_backup_replaces_nothing(bench, path, copy):
    copy.write_text("mine")
    with pytest.raises(CopyRefused, match="name another"):
        back_up(path, copy)
    assert copy.read_text() == "mine"


def test_without_a_ledger_there_is_no_backup(path, copy):
    with pytest.raises(CopyRefused, match="nothing has traded"):
        back_up(path, copy)


def test_a_damaged_ledger_makes_no_backup(bench, path, copy):
    with raw_connection(path, "rw") as other:
        other.execute("UPDATE step SET ts = ts + 1")
    other.close()
    with pytest.raises(LedgerCorrupt):
        back_up(path, copy)
    assert not list(copy.parent.glob("copy*"))


def test_what_was_restored_goes_on_under_a_new_epoch(bench, path, copy):
    order_id = bench.command(resting(9_500), "k").order_id
    back_up(path, copy)
    bench.command(buy(5))
    bench.close()
    restore(copy, path, lambda: "after")
    later = Bench(path, bench.feed)
    assert later.states[0].epoch == "after"
    assert [order.id for order in later.states[0].orders] == [order_id]
    assert later.command(resting(9_500), "k").order_id == order_id
    later.close()


def test_the_replaced_ledger_is_kept(bench, path, copy):
    back_up(path, copy)
    reply = bench.command(buy(5))
    bench.close()
    restore(copy, path, lambda: "after")
    replaced = path.with_name(f"{path.name}.replaced")
    assert state(replaced).head.step == reply.step


def test_nothing_is_restored_under_a_running_server(bench, path, copy):
    back_up(path, copy)
    lock = LedgerLock(path)
    lock.try_acquire()
    with pytest.raises(CopyRefused, match=r"stop that server \(Ctrl-C\), restore, start it again"):
        restore(copy, path, lambda: "after")
    lock.release()
    assert state(path).epoch == "epoch-1"


def test_a_damaged_backup_leaves_the_ledger_as_it_was(bench, path, copy):
    back_up(path, copy)
    bench.close()
    with raw_connection(copy, "rw") as other:
        other.execute("UPDATE execution SET number = 2")
        other.execute("UPDATE orders SET body = '{}'")
        other.execute("UPDATE account SET step = 9")
    other.close()
    with pytest.raises(LedgerCorrupt):
        restore(copy, path, lambda: "after")
    assert state(path).epoch == "epoch-1"


def test_what_is_no_backup_is_refused(bench, path, copy):
    copy.write_bytes(b"bars" * 5000)
    bench.close()
    with pytest.raises(CopyRefused, match=r"expected a ledger|brought back"):
        restore(copy, path, lambda: "after")


def test_doctor_verifies_beside_the_writer(bench, path):
    bench.command(buy(5))
    findings = [check.examine() for check in ledger_checks(path.parent)]
    assert [one.verdict for one in findings] == ["ok", "ok"]
    assert findings[-1].detail == "1 accounts, 3 steps, all verified"


def test_doctor_names_the_damage(bench, path):
    with raw_connection(path, "rw") as other:
        other.execute("UPDATE step SET ts = ts + 1")
    other.close()
    finding = ledger_checks(path.parent)[-1].examine()
    assert (finding.verdict, "step 1" in finding.detail) == ("failed", True)


def test_doctor_without_a_ledger_has_nothing_to_look_at(tmp_path):
    assert ledger_checks(tmp_path)[-1].examine().verdict == "not checked"
