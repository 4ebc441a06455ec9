import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import ImportRefused, import_file

HEADER = "date,open,high,low,close,volume"
GOOD = ("2024-01-02,10,12,9,11,100", "2024-01-03,11,12,10,11,100", "2024-01-04,11,13,10,12,100")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


def refusal_of(store: BarsStore, path: Path, *lines: str, **options: Any) -> ImportRefused:
    """Import lines that must be refused, and see that nothing came of them."""
    path.write_text("\n".join(lines))
    return refusal_of_file(store, path, **{"symbol": "X", **options})


def refusal_of_file(store: BarsStore, path: Path, **options: Any) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        import_file(path, store, **options)
    assert store.instruments() == []
    assert store.database.reader().execute("SELECT COUNT(*) FROM bars").fetchone() == (0,)
    return refused.value


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2024-01-05,10,12,9,NaN,100", "close: expected a finite number, got 'NaN'"),
        ("2024-01-05,10,inf,9,11,100", "high: expected a finite number, got 'inf'"),
        ("2024-01-05,null,12,9,11,100", "open: expected a finite number, got 'null'"),
        ("2024-01-05,10,12,,11,100", "low: expected a finite number, got ''"),
        ("2024-01-05,10,12,9,11,abc", "volume: expected a finite number, got 'abc'"),
        ("2024-01-05,10,9,12,11,100", "high 9 is below low 12"),
        ("2024-01-05,13,12,9,11,100", "open 13 is outside low 9 and high 12"),
        ("2024-01-05,10,12,9,8.5,100", "close 8.5 is outside low 9 and high 12"),
        ("2024-01-05,10,12,9,11,-1", "expected a volume of 0 or more, got -1"),
        ("2024-01-05,0,12,0,11,1", "expected prices above 0, got low 0"),
        ("2024-13-05,10,12,9,11,100", "time: "),
        ("yesterday,10,12,9,11,100", "time: expected a date as YYYY-MM-DD, got 'yesterday'"),
        ("1969-12-31,10,12,9,11,100", "time: expected 1970-01-01 or later, got '1969-12-31'"),
        ("2024-01-05,10,12", "expected 6 columns, got 3"),
        ("2024-01-03,11,12,10,11,101", "repeats the time of line 3 with other values"),
    ],
)
def test_corrupt_row_refuses_the_file_with_its_line(
    row: str, reason: str, store: BarsStore, tmp_path: Path
) -> None:
    refused = refusal_of(store, tmp_path / "f.csv", HEADER, *GOOD, row)
    (corrupt,) = refused.rows
    assert corrupt.line == 5
    assert corrupt.reason.startswith(reason)
    assert refused.message.startswith("f.csv: 1 corrupt row, nothing was taken:\n  line 5: ")
    assert refused.message.endswith("Correct or remove these lines and try again.")


def test_first_twenty_lines_are_listed_and_the_others_counted(
    store: BarsStore, tmp_path: Path
) -> None:
    bad = ["2024-02-01,10,9,12,11,100"] * 3_000
    refused = refusal_of(store, tmp_path / "f.csv", HEADER, *GOOD, *bad)
    assert [row.line for row in refused.rows] == list(range(5, 25))
    assert refused.row_count == 3_000
    assert "and 2980 more" in refused.message


def test_lines_are_those_of_the_file_with_blank_lines_and_preamble(
    store: BarsStore, tmp_path: Path
) -> None:
    lines = ("from a vendor", "", HEADER, GOOD[0], "", GOOD[1], "2024-01-05,10,9,12,11,100")
    refused = refusal_of(store, tmp_path / "f.csv", *lines)
    assert [row.line for row in refused.rows] == [7]


def test_lines_of_a_file_without_header_begin_at_its_first_row(
    store: BarsStore, tmp_path: Path
) -> None:
    refused = refusal_of(store, tmp_path / "f.csv", *GOOD, "2024-01-05,10,9,12,11,100")
    assert [row.line for row in refused.rows] == [4]


def test_repetitions_far_apart_are_found_in_any_order(store: BarsStore, tmp_path: Path) -> None:
    rows = [f"{1_704_067_200 + n * 60},10,12,9,11,{n}" for n in range(12_000)]
    rows[11_000] = rows[3] + "999"
    refused = refusal_of(store, tmp_path / "f.csv", HEADER, *reversed(rows))
    (corrupt,) = refused.rows
    assert {corrupt.line, int(corrupt.reason.split("line ")[1].split()[0])} == {1_001, 11_998}


def test_one_corrupt_symbol_refuses_all(store: BarsStore, tmp_path: Path) -> None:
    rows = ("AAA,2024-01-02,1,1,1,1,1", "BBB,2024-01-02,1,1,2,1,1", ",2024-01-02,1,1,1,1,1")
    path = tmp_path / "f.csv"
    path.write_text("\n".join(("symbol," + HEADER, *rows)))
    refused = refusal_of_file(store, path)
    assert [row.line for row in refused.rows] == [3, 4]
    assert refused.rows[1].reason.startswith("expected a symbol of 1 to 64 letters")


def test_bars_closer_than_their_resolution_are_refused(store: BarsStore, tmp_path: Path) -> None:
    rows = [f"2024-01-02 {clock},1,1,1,1,1" for clock in ("09:30", "10:30", "10:45", "11:45")]
    refused = refusal_of(store, tmp_path / "f.csv", HEADER, *rows, resolution="60")
    assert [str(row) for row in refused.rows] == [
        "line 4: starts less than 60 minutes after the bar of line 3"
    ]


@pytest.mark.parametrize("resolution", ["5", "60", "1D"])
def test_finer_bars_than_the_resolution_that_is_named_are_refused_as_such(
    resolution: str, store: BarsStore, tmp_path: Path
) -> None:
    rows = [f"2024-01-02 09:{minute},1,1,1,1,1" for minute in (30, 31, 32, 40)]
    refused = refusal_of(store, tmp_path / "f.csv", HEADER, *rows, resolution=resolution)
    assert refused.message == (
        f"expected bars of the resolution {resolution} that --resolution names, got bars a minute"
        " apart; leave --resolution out: coarser resolutions are folded from what is imported."
    )


def test_intraday_bar_off_the_minute_is_refused(store: BarsStore, tmp_path: Path) -> None:
    rows = [f"2024-01-02 09:{clock},1,1,1,1,1" for clock in ("30:00", "31:00", "32:07")]
    refused = refusal_of(store, tmp_path / "f.csv", HEADER, *rows, resolution="1")
    assert refused.rows[0].reason.startswith("time: expected the start of a minute")


@pytest.mark.parametrize(
    ("lines", "options", "words"),
    [
        ((HEADER,), {}, "expected rows below the header, there are none"),
        ((HEADER, *GOOD), {"symbol": ""}, "name its symbol with --symbol"),
        ((HEADER, *GOOD), {"tz": "Mars/Olympus"}, "expected a time zone such as UTC"),
        ((HEADER, *GOOD), {"resolution": "7"}, "1D, got a resolution '7'"),
        (("date,open,close", "2024-01-02,1,2"), {}, "expected columns of bars"),
        (("no table at all",), {}, "expected a table with columns"),
        (("2024-01-02,1,2,3", "2024-01-03,1,2,3"), {}, "expected columns of bars"),
        ((" , , ", ",,"), {}, "the file is empty"),
        (
            ("Price,Close,Close,High,Low,Open", "Ticker,X,Y,X,X,X", "Date,,,,,"),
            {},
            "expected columns of bars",
        ),
        ((HEADER, "2024-01-02 09:30,1,1,1,1,1"), {}, "name it with --resolution"),
        (
            (HEADER, "2024-01-01,1,1,1,1,1", "2024-01-08,1,1,1,1,1"),
            {},
            "got bars 7 days apart",
        ),
        (
            (HEADER, "2024-01-01 00:00,1,1,1,1,1", "2024-01-01 00:10,1,1,1,1,1"),
            {},
            "got bars 10 minutes apart",
        ),
        ((HEADER, "soon,1,1,1,1,1", "later,1,1,1,1,1"), {}, "expected times as an epoch"),
        ((HEADER, "03/03/2024,1,1,1,1,1", "05/04/2024,1,1,1,1,1"), {}, None),
        ((HEADER, "02/01/2024,1,1,1,1,1"), {}, "day and month can be told apart"),
        (("symbol," + HEADER, "A,2024-01-02,1,1,1,1,1"), {}, "expected rows of X"),
    ],
)
def test_other_refusals_say_what_was_expected(
    lines: tuple[str, ...],
    options: dict[str, str],
    words: str | None,
    store: BarsStore,
    tmp_path: Path,
) -> None:
    refused = refusal_of(store, tmp_path / "f.csv", *lines, **options)
    assert words is None or words in refused.message
    assert (refused.rows, refused.row_count) == ((), 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "found none"),
        (b"PK\x03\x04rest", "unpack it"),
        (b"PAR1rest", "Parquet"),
        (gzip.compress(b"PAR1rest", mtime=0), "Parquet"),
        (gzip.compress(b"date,open,high,low,close\n" * 99, mtime=0)[:-20], "reading it failed"),
        (b"date,open,high,low,close\n\xff\xfe\xff,1,1,1,1\n", "reading it failed"),
    ],
)
def test_file_that_is_no_text_is_refused(
    content: bytes, words: str, store: BarsStore, tmp_path: Path
) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    assert words in refusal_of_file(store, path, symbol="X").message


def test_missing_file_is_refused_by_name(store: BarsStore, tmp_path: Path) -> None:
    refused = refusal_of_file(store, tmp_path / "absent.csv", symbol="X")
    assert refused.message.endswith("absent.csv: there is no such file.")


def test_numbers_beyond_64_bits_are_refused(store: BarsStore, tmp_path: Path) -> None:
    rows = (
        "2024-01-02,99999999999.1234567,99999999999.1234567,1,1,1",
        f"2024-01-03,1,1,1,1,1{'0' * 19}",
    )
    refused = refusal_of(store, tmp_path / "f.csv", HEADER, *rows, "2024-01-04,1,1e999999,1,1,1")
    assert [row.line for row in refused.rows] == [3, 4]
    assert "18 digits" in refused.rows[0].reason
