"""What the pages show of a command's output is what the command says."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trading_api.cli import main
from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.inventory.listing import RECEIVED_FILE
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.received.received_file import Kept, ReceivedFile
from trading_api.modules.datafeed.received.spans import Span
from trading_api.modules.datafeed.tick_sources import HeardTick

from .fences import blocks_of

IMPORTING = "docs/how-to/import-and-replay.md"
KEEPING = "docs/how-to/keep-market-data.md"
MINUTE = 60_000
# Minutes of 2026-11-23, UTC; between two spans nobody listened.
HEARD = ((13 * 60 + 31, 14 * 60 + 2), (14 * 60 + 6, 14 * 60 + 20), (14 * 60 + 21, 14 * 60 + 37))
MIDNIGHT = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp() * 1000)


def shown(page: str) -> list[str]:
    """Return the outputs that a page shows and this file produces."""
    here = "backend/tests/docs/test_shown_outputs.py"
    return [block.text for block in blocks_of(page) if block.word("run") == here]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TP_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    return tmp_path


def days(start: str, count: int) -> Iterator[str]:
    first = datetime.fromisoformat(start)
    yield from (f"{first + timedelta(number):%Y-%m-%d}" for number in range(count))


def write_days(file: Path, symbols: list[str], dates: list[str]) -> None:
    rows = [f"{symbol},{day},1,2,1,2,5" for symbol in symbols for day in dates]
    file.write_text("\n".join(["symbol,date,open,high,low,close,volume", *rows]))


def keep(folder: Path) -> None:
    """Keep five ticks a second of AAPL, and the minutes of them."""
    simulated = SimulatedProvider(seed=1).instruments()
    aapl = next(one for one in simulated if one.symbol == "AAPL")
    for first, end in HEARD:
        span = Span(MIDNIGHT + first * MINUTE, MIDNIGHT + end * MINUTE)
        bars = [StoredBar(at, 1, 1, 1, 1, 1) for at in range(span.start, span.end, MINUTE)]
        kept = Kept("simulated", aapl, span, bars, list(ticks(span)), keeps_ticks=True)
        ReceivedFile(folder / RECEIVED_FILE).write([kept])


def ticks(span: Span) -> Iterator[HeardTick]:
    chance = random.Random(span.start)
    for at in range(span.start, span.end, 201):
        last, sizes = 10_000 + chance.randrange(2_000), [chance.randrange(900) for _ in range(3)]
        yield HeardTick(Tick(at, last - 1, last + 1, last, *sizes), at + chance.randrange(9))


def test_an_import_says_what_its_page_shows(folder, capsys):
    write_days(folder / "daily.csv", ["AAPL", "IBM"], [*days("2012-03-02", 249), "2013-03-01"])

    assert main(["import", "daily.csv"]) == 0
    assert capsys.readouterr().out == shown(IMPORTING)[0]


def test_a_refused_file_is_refused_as_its_page_shows(folder, capsys):
    rows = ["time,open,high,low,close", "2026-01-02T10:00,187,188,186,187"]
    rows += ["2026-01-02T10:01,187.2,187.3,187.5,187.2", "2026-01-02T10:02,187,188,186,187"]
    (folder / "minutes.csv").write_text("\n".join(rows))

    assert main(["import", "minutes.csv", "--symbol", "DEMO"]) == 1
    assert capsys.readouterr().err.endswith(shown(IMPORTING)[1])


def test_what_is_stored_is_listed_as_its_page_shows(folder, capsys):
    write_days(folder / "daily.csv", ["AAPL"], [*days("2001-04-02", 2_999), "2013-03-01"])
    main(["import", "daily.csv"])
    keep(folder / "data")
    capsys.readouterr()

    assert main(["data", "status"]) == 0
    assert capsys.readouterr().out == shown(KEEPING)[0]
