"""`backup` from the command line."""

import io

from trading_api.cli import main
from trading_api.cli.step_progress import line_on
from trading_api.modules.broker.ledger.testing import Bench
from trading_api.modules.broker.ledger.tests.orders import resting


def traded(folder):
    bench = Bench(folder / "broker.sqlite3")
    bench.open_account()
    bench.command(resting())
    bench.close()


def run(folder, *arguments):
    return main([*map(str, arguments), "--data-dir", str(folder)])


def test_a_backup_says_what_it_holds(tmp_path, capsys):
    traded(tmp_path)
    copy = tmp_path / "copy.sqlite3"
    assert run(tmp_path, "backup", copy) == 0
    assert capsys.readouterr().out == f"{copy}: 1 account, 2 steps, all verified\n"


def test_the_ledger_of_a_replay_is_named(tmp_path, capsys):
    traded(tmp_path)
    assert run(tmp_path, "backup", tmp_path / "copy", "--ledger", tmp_path / "none.sqlite3") == 1
    assert "none.sqlite3: nothing has traded there yet" in capsys.readouterr().err


def test_progress_is_drawn_over():
    stream = io.StringIO()
    line_on(stream)("demo", 500, 2_000)
    assert stream.getvalue() == "\r\033[Kverifying demo   25%  500 of 2,000 steps"
