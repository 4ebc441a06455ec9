"""Backups of a ledger that is being written."""

import pytest

from trading_api.modules.broker.ledger.backup import back_up
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.checking.doctor import ledger_checks
from trading_api.modules.broker.ledger.store.driver import raw_connection
from trading_api.modules.broker.ledger.testing import recorded
from trading_api.modules.broker.ledger.tests.orders import buy
from trading_api.shared.file_copies import CopyRefused


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.sqlite3"


def test_a_backup_beside_the_writer_is_one_moment(bench, path, copy):
    bench.command(buy(5))
    (verified,) = back_up(path, copy)
    bench.command(buy(6))
    assert verified.steps == recorded(copy).head.step == recorded(path).head.step - 2


def test_a_backup_is_one_file(bench, path, copy):
    back_up(path, copy)
    assert [one.name for one in copy.parent.glob("copy*")] == ["copy.sqlite3"]


def test_a_backup_is_its_owners_alone(bench, path, copy):
    back_up(path, copy)
    assert copy.stat().st_mode & 0o777 == 0o600


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


def test_without_a_folder_there_is_no_backup(bench, path, tmp_path):
    with pytest.raises(CopyRefused, match=f"found no {tmp_path / 'none'}: make it"):
        back_up(path, tmp_path / "none" / "copy.sqlite3")


def test_the_ledger_that_lies_there_is_named(bench, path, copy):
    replay = path.with_name("broker-replay-0123.sqlite3")
    bench.close()
    path.rename(replay)
    with pytest.raises(CopyRefused, match=f"name it: --ledger {replay}$"):
        back_up(path, copy)


def test_doctor_verifies_beside_the_writer(bench, path):
    bench.command(buy(5))
    findings = [check.examine() for check in ledger_checks(path.parent)]
    assert [one.verdict for one in findings] == ["ok", "ok"]
    assert findings[-1].detail == "1 account, 3 steps, all verified"


def test_doctor_names_the_damage(bench, path):
    with raw_connection(path, "rw") as other:
        other.execute("UPDATE step SET ts = ts + 1")
    other.close()
    finding = ledger_checks(path.parent)[-1].examine()
    assert (finding.verdict, "step 1" in finding.detail) == ("failed", True)


def test_doctor_without_a_ledger_has_nothing_to_look_at(tmp_path):
    assert ledger_checks(tmp_path)[-1].examine().verdict == "not checked"
