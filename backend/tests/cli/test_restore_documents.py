"""`restore` of what is beside the accounts: the terminal's documents, the records of streams."""

import asyncio
import json
import sqlite3
from contextlib import closing

import pytest
from pydantic import RootModel
from websockets.sync.client import connect

from trading_api.cli import main
from trading_api.cli.checks import records
from trading_api.modules.workspace.documents_file import DocumentsFile
from trading_api.shared.ws.file_history import HistoryFile
from trading_api.shared.ws.testing import ManualClock

FILE = "workspace.sqlite3"


def run(folder, *arguments):
    return main([*map(str, arguments), "--data-dir", str(folder)])


def documents(folder):
    return DocumentsFile(folder / FILE, ManualClock())


def contents(file):
    return {one.name: file.read(one.kind, one.name).content for one in file.entries()}


async def record(path, *said):
    """Append to the record of a stream; return its epoch and what it holds."""
    history = HistoryFile(path).of_topic("news:{}")
    for one in said:
        await history.append(RootModel[str](one), 0)
    epoch = (await history.position()).epoch
    return epoch, [json.loads(entry.payload) for entry in await history.page(0, 100)]


@pytest.fixture
def backup(tmp_path):
    """A backup of two documents and a record, made in another folder."""
    old = tmp_path / "old"
    old.mkdir()
    documents(old).save("layout", "main", 0, '{"old":1}')
    documents(old).save("settings", "all", 0, "{}")
    asyncio.run(record(old / "news.sqlite3", "first"))
    assert run(old, "backup", tmp_path / "copy") == 0
    return tmp_path / "copy"


def test_a_running_server_tells_its_terminals(serve, backup, tmp_path, capsys):
    here = documents(tmp_path)
    here.save("layout", "main", 0, '{"new":1}')
    here.save("layout", "second", 0, "{}")
    server = serve()
    with connect(server.ws_url, proxy=None) as socket:
        socket.send(json.dumps({"type": "workspace.subscribe", "payload": {}}))
        parts = json.loads(socket.recv(timeout=10))["payload"]["snapshot"]
        [socket.recv(timeout=10) for _ in range(parts)]
        assert run(tmp_path, "restore", backup) == 0
        told = [json.loads(socket.recv(timeout=10))["payload"]["payload"] for _ in range(3)]

    said = capsys.readouterr().out
    assert f"{FILE}: 2 documents; {server.url} has them" in said
    assert f"kept as {tmp_path / FILE}.replaced" in said
    assert {one["id"]: one["deleted"] for one in told} == {
        "layout/second": True,
        "layout/main": False,
        "settings/all": False,
    }
    assert [one["name"] for one in server.call("workspace/documents")] == ["main", "all"]


def test_what_was_replaced_is_brought_back_like_a_backup(backup, tmp_path):
    documents(tmp_path).save("layout", "main", 0, '{"new":1}')

    run(tmp_path, "restore", backup)
    restored = contents(documents(tmp_path))
    assert run(tmp_path, "restore", tmp_path / f"{FILE}.replaced") == 0

    assert restored == {"main": '{"old":1}', "all": "{}"}
    assert contents(documents(tmp_path)) == {"main": '{"new":1}'}


def test_a_record_comes_back_where_there_is_none_with_a_new_epoch(backup, tmp_path):
    before, _ = asyncio.run(record(tmp_path / "old/news.sqlite3"))

    assert run(tmp_path, "restore", backup) == 0

    epoch, said = asyncio.run(record(tmp_path / "news.sqlite3"))
    assert said == ["first"] and epoch != before


def test_a_record_that_is_there_goes_on(backup, tmp_path, capsys):
    there = asyncio.run(record(tmp_path / "news.sqlite3", "other", "newer"))

    assert run(tmp_path, "restore", backup) == 0

    assert asyncio.run(record(tmp_path / "news.sqlite3")) == there
    assert "not brought back, the record that is there goes on" in capsys.readouterr().out


@pytest.mark.parametrize("place", [40, -30])
def test_a_damaged_backup_changes_nothing(backup, tmp_path, capsys, place):
    documents(tmp_path).save("layout", "main", 0, '{"new":1}')
    spoiled = bytearray(backup.read_bytes())
    spoiled[place : place + 20 if place > 0 else None] = b"\xff" * 20
    backup.write_bytes(spoiled)

    assert run(tmp_path, "restore", backup) == 1

    assert "is damaged" in capsys.readouterr().err
    assert contents(documents(tmp_path)) == {"main": '{"new":1}'}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy", "old", FILE]


def test_one_damaged_part_holds_the_others_back(tmp_path, capsys):
    documents(tmp_path).save("layout", "main", 0, "{}")
    asyncio.run(record(tmp_path / "news.sqlite3", "first", "second"))
    with closing(sqlite3.connect(tmp_path / "news.sqlite3")) as database:
        database.execute("DELETE FROM entries WHERE seq = 1")
        database.commit()

    assert run(tmp_path, "backup", tmp_path / "copy") == 1

    gap = "news.sqlite3 is damaged: the topic news:{} has a gap"
    assert gap in capsys.readouterr().err
    [check] = records.checks(tmp_path)
    assert (check.examine().verdict, check.examine().detail) == ("failed", gap)


def test_doctor_verifies_each_record(tmp_path):
    asyncio.run(record(tmp_path / "news.sqlite3", "first", "second"))
    documents(tmp_path).save("layout", "main", 0, "{}")

    assert [one.examine().detail for one in records.checks(tmp_path)] == ["2 updates, all verified"]
