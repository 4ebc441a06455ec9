"""`backup` from the command line."""

import asyncio
import io
import stat

from pydantic import RootModel

from trading_api.cli import main
from trading_api.cli.step_progress import line_on
from trading_api.modules.broker.ledger.testing import Bench
from trading_api.modules.broker.ledger.tests.orders import resting
from trading_api.modules.workspace.documents_file import DocumentsFile
from trading_api.shared.ws.file_history import HistoryFile
from trading_api.shared.ws.testing import ManualClock


def traded(folder):
    bench = Bench(folder / "broker.sqlite3")
    bench.open_account()
    bench.command(resting())
    bench.close()


def documents_of(folder):
    return DocumentsFile(folder / "workspace.sqlite3", ManualClock())


async def recorded(path, count):
    history = HistoryFile(path).of_topic("news:{}")
    for number in range(count):
        await history.append(RootModel[int](number), number)


def run(folder, *arguments):
    return main([*map(str, arguments), "--data-dir", str(folder)])


def test_a_backup_says_what_it_holds(tmp_path, capsys):
    traded(tmp_path)
    documents_of(tmp_path).save("layout", "main", 0, "{}")
    asyncio.run(recorded(tmp_path / "news.sqlite3", 3))
    (tmp_path / "bars.sqlite3").touch()
    copy = tmp_path / "copy"
    assert run(tmp_path, "backup", copy) == 0
    assert capsys.readouterr().out == (
        f"{copy}: 1 account, 2 steps; 1 document; 3 updates, all verified\n"
        "not in it: bars.sqlite3\n"
    )
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_documents_alone_are_backed_up(tmp_path, capsys):
    documents_of(tmp_path).save("layout", "main", 0, "{}")
    assert run(tmp_path, "backup", tmp_path / "copy") == 0
    assert run(tmp_path, "backup", tmp_path / "copy") == 1
    assert "copy exists: name another" in capsys.readouterr().err


def test_damaged_documents_leave_no_backup(tmp_path, capsys):
    traded(tmp_path)
    (tmp_path / "workspace.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert run(tmp_path, "backup", tmp_path / "copy") == 1
    assert "workspace.sqlite3 could not be copied" in capsys.readouterr().err
    assert not list(tmp_path.glob("copy*"))


def test_where_nothing_is_nothing_is_backed_up(tmp_path, capsys):
    assert run(tmp_path, "backup", tmp_path / "copy") == 1
    assert "nothing has traded there yet" in capsys.readouterr().err


def test_the_ledger_of_a_replay_is_named(tmp_path, capsys):
    traded(tmp_path)
    assert run(tmp_path, "backup", tmp_path / "copy", "--ledger", tmp_path / "none.sqlite3") == 1
    assert "none.sqlite3: nothing has traded there yet" in capsys.readouterr().err


def test_progress_is_drawn_over():
    stream = io.StringIO()
    line_on(stream)("demo", 500, 2_000)
    assert stream.getvalue() == "\r\033[Kverifying demo   25%  500 of 2,000 steps"
