"""`trading-pro import`, from the command line to the store and back."""

from contextlib import closing

import pytest

from trading_api.cli import main
from trading_api.cli.import_bars import BARS_FILE
from trading_api.modules.datafeed.bars_store import BarsStore

HEADER = "Date,Open,High,Low,Close,Volume\n"
ROWS = "2024-01-02,1.5,2,1,1.5,100\n2024-01-03,1.5,2.25,1,2,200\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "bars.csv"
    path.write_text(HEADER + ROWS)
    return path


def held(data_dir, symbol):
    with closing(BarsStore(data_dir / BARS_FILE)) as store:
        store.open()
        return store.history(symbol, "1D", 2**53, 10)


def test_an_imported_file_is_summed_up_and_stored(file, tmp_path, capsys):
    code = main(["import", str(file), "--symbol", "ACME", "--data-dir", str(tmp_path / "data")])

    assert code == 0
    summary = "ACME 1D: 2 bars, 2024-01-02 to 2024-01-03 (2 new, 0 changed), calendar 24x7\n"
    assert capsys.readouterr().out == summary
    assert len(held(tmp_path / "data", "ACME")) == 2


def test_importing_again_changes_nothing(file, tmp_path, capsys):
    command = ["import", str(file), "--symbol", "ACME", "--data-dir", str(tmp_path)]
    main(command)

    assert main(command) == 0
    assert "(0 new, 0 changed)" in capsys.readouterr().out
    assert len(held(tmp_path, "ACME")) == 2


def test_a_corrupt_row_refuses_the_file_and_names_its_line(file, tmp_path, capsys):
    file.write_text(HEADER + ROWS + "2024-01-04,1,1,2,1,100\n")

    code = main(["import", str(file), "--symbol", "ACME", "--data-dir", str(tmp_path)])

    assert code == 1
    assert "line 4: high 1 is below low 2" in capsys.readouterr().err
    assert held(tmp_path, "ACME") == []


def test_a_file_without_a_symbol_needs_one(file, tmp_path, capsys):
    assert main(["import", str(file), "--data-dir", str(tmp_path)]) == 1
    assert "--symbol" in capsys.readouterr().err


@pytest.mark.parametrize(("zone", "note"), [("UTC", True), ("America/New_York", False)])
def test_a_wrong_zone_is_seen_by_what_lies_outside_the_sessions(tmp_path, capsys, zone, note):
    file = tmp_path / "minutes.csv"
    rows = [f"2024-01-02 {hour:02}:30,1,1,1,1,5\n" for hour in range(9, 16)]
    file.write_text(HEADER + "".join(rows))
    options = ["--symbol", "ACME", "--calendar", "XNYS", "--tz", zone]

    assert main(["import", str(file), *options, "--data-dir", str(tmp_path / "data")]) == 0
    printed = capsys.readouterr().out
    assert ("5 bars of ACME lie outside the sessions of XNYS" in printed) is note
