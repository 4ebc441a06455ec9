"""A copy of a stream's record: read whole, and brought back only where there is none."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from trading_api.shared.file_copies import CopyRefused
from trading_api.shared.ws.file_history import HistoryFile
from trading_api.shared.ws.history_copies import bring_back, records, verified
from trading_api.shared.ws.testing import Value

TOPIC = 'values:{"name":"a"}'


@pytest.fixture
async def record(tmp_path: Path) -> Path:
    path = tmp_path / "values.sqlite3"
    history = HistoryFile(path).of_topic(TOPIC)
    for number in (1, 2, 3):
        await history.append(Value(key="", number=number), ts=number)
    return path


def execute(path: Path, statement: str) -> list[tuple[str]]:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        return database.execute(statement).fetchall()


def test_records_are_told_from_other_databases_by_their_tables(record):
    execute(record.with_name("other.sqlite3"), "CREATE TABLE entries (n)")

    assert records(record.parent) == [record]


def test_a_whole_record_is_counted(record):
    assert verified(record) == 3


def test_a_gap_in_a_topic_is_damage(record):
    execute(record, "DELETE FROM entries WHERE seq = 2")

    with pytest.raises(CopyRefused, match=r"values\.sqlite3 is damaged: the topic .* has a gap"):
        verified(record)


def test_a_flipped_page_is_damage(record):
    execute(record, "PRAGMA wal_checkpoint(TRUNCATE)")
    written = bytearray(record.read_bytes())
    written[-2048:] = bytes(2048)
    record.write_bytes(written)

    with pytest.raises(CopyRefused, match=r"values\.sqlite3 is damaged: "):
        verified(record)


def test_another_file_is_refused_by_what_was_expected(tmp_path):
    with pytest.raises(CopyRefused, match="expected the record of a stream, got another file"):
        verified(tmp_path / "nothing.sqlite3")


def test_R2_a_record_that_comes_back_has_another_epoch(record, tmp_path):
    copy = Path(shutil.copy(record, tmp_path / "copy"))
    before = execute(record, "SELECT epoch FROM numbering")
    record.unlink()

    assert bring_back(copy, record)
    assert verified(record) == 3
    assert execute(record, "SELECT epoch FROM numbering") != before


def test_R2_a_record_that_is_there_is_left_as_it_is(record, tmp_path):
    copy = Path(shutil.copy(record, tmp_path / "copy"))
    before = record.read_bytes()

    assert not bring_back(copy, record)
    assert record.read_bytes() == before
