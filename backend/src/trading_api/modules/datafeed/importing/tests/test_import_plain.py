"""Reading whole columns tells what reading row by row tells, whatever is in the file."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.importing.bar_format import Reading, bar_format
from trading_api.modules.datafeed.importing.bar_pieces import read_pieces
from trading_api.modules.datafeed.importing.layout import find_bars
from trading_api.modules.datafeed.importing.plain.bars import PlainBars
from trading_api.modules.datafeed.importing.refusal import CorruptRows, ImportRefused
from trading_api.modules.datafeed.importing.tables.csv_pieces import ReadRows
from trading_api.modules.datafeed.importing.tables.csv_table import CsvTable
from trading_api.modules.datafeed.importing.tables.table import Piece

HEADER = "date,time,open,high,low,close,volume,symbol"
# Clocks change in the hours that follow these, at one minute past midnight in St. John's.
STARTS = [
    datetime(2024, 1, 31, 23, 50, tzinfo=UTC),
    datetime(2024, 3, 10, 6, 30, tzinfo=UTC),
    datetime(2006, 10, 29, 1, 50, tzinfo=UTC),
    datetime(2024, 4, 6, 14, 40, tzinfo=UTC),
    datetime(1999, 12, 31, 22, 0, tzinfo=UTC),
]
ZONES = [None, "America/New_York", "America/St_Johns", "Australia/Lord_Howe"]


def epoch(times: int, tail: str = ""):
    return lambda moment: f"{int(moment.timestamp()) * times}{tail}"


def written(form: str):
    return lambda moment: moment.strftime(form)


INSTANTS = {
    "s": epoch(1),
    "s with fraction": epoch(1, ".0"),
    "ms": epoch(10**3),
    "us": epoch(10**6),
    "ns": epoch(10**9),
    "ISO": written("%Y-%m-%dT%H:%M:%SZ"),
    "ISO with a space": written("%Y-%m-%d %H:%M:%S"),
    "ISO to the minute": written("%Y-%m-%d %H:%M"),
    "with offset": written("%Y-%m-%d %H:%M:%S.000+00:00"),
    "compact": written("%Y%m%d %H%M%S"),
    "all digits": written("%Y%m%d%H%M%S"),
    "day first": written("%d.%m.%Y %H:%M:%S.000"),
    "half days": written("%m/%d/%Y %I:%M %p"),
}


class RowByRow(CsvTable):
    """A table of which no piece is plain."""

    def pieces(self, header_row: int, places: Collection[int]) -> Iterator[Piece]:
        for piece in super().pieces(header_row, places):
            if rows := list(piece.rows()):
                yield ReadRows(rows[0][0], rows)


def told(table: CsvTable, reading: Reading) -> Any:
    """Return all that an import would learn from the file."""
    corrupt = CorruptRows(table.path)
    try:
        form = bar_format(table, find_bars(table), reading, lambda _: None)
        bars = sorted(
            row
            for some in read_pieces(table, form, corrupt)
            for row in zip(*(column.tolist() for column in some), strict=True)
        )
        corrupt.refuse_any()
    except ImportRefused as refused:
        return refused.message
    return form.resolution, form.decimals, form.rows, form.notes, bars


prices = st.one_of(
    st.integers(1, 10**7).map(lambda cents: f"{cents // 100}.{cents % 100:02d}"),
    st.decimals("0.000001", "99999", allow_nan=False).map(lambda number: f"{number:f}"),
    st.floats(0.001, 1000).map(repr),
    st.sampled_from(["7", "7.", ".5", "27.847500", "94123.45000000", "0.00001234", "1" * 18]),
)
odd_cells = st.sampled_from(
    ["", "NaN", "1e-05", "-1", "$5", "53.2M", " 5", "1.2.3", "٣", "0", '"5"', "x" * 120, "1" * 19]
)
rows = st.lists(
    st.tuples(
        st.tuples(prices, prices, st.integers(0, 10**9).map(str)),
        st.sampled_from(["A", "NYSE:A", "BRK.B", "Ä", "LONGER/SYMBOL"]),
        st.integers(1, 60),
    ),
    min_size=1,
    max_size=40,
)
oddities = st.lists(st.tuples(st.integers(0, 39), st.integers(0, 7), odd_cells), max_size=2)


@st.composite
def files(draw: st.DrawFn) -> str:
    write = INSTANTS[draw(st.sampled_from(sorted(INSTANTS)))]
    apart = draw(st.booleans())
    moment, step = draw(st.sampled_from(STARTS)), draw(st.sampled_from([1, 5, 60, 1440]))
    table = []
    for (one, other, volume), symbol, steps in draw(rows):
        low, high = sorted((one, other), key=float)
        clock = ["", write(moment)]
        if apart:
            clock = [f"{moment:%Y-%m-%d}", f"{moment:%H:%M}"]
        table.append([*clock, one, high, low, other, volume, symbol])
        moment += timedelta(minutes=step * (1 if draw(st.booleans()) else steps))
    for row, place, cell in draw(oddities):
        table[row % len(table)][place] = cell
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    header = HEADER if apart else HEADER.replace("date,time", "nothing,time")
    return ending.join([header, *(",".join(row) for row in table)])


@settings(max_examples=150, deadline=None)
@given(
    content=files(),
    zone=st.sampled_from(ZONES),
    resolution=st.sampled_from([None, "1", "1D"]),
    symbol=st.sampled_from([None, "A"]),
    piece_bytes=st.sampled_from([80, 300, 10_000]),
)
def test_columns_tell_what_rows_tell(
    tmp_path_factory, content, zone, resolution, symbol, piece_bytes
):
    path = tmp_path_factory.getbasetemp() / "differential.csv"
    path.write_bytes(content.encode())
    reading = Reading(symbol, resolution, zone)
    assert told(CsvTable(path, piece_bytes), reading) == told(RowByRow(path, piece_bytes), reading)


def plainly(path: Path, content: str, reading: Reading) -> list[list[int]]:
    """Return the columns of a file that must be plain all through."""
    path.write_bytes(content.encode())
    table = CsvTable(path)
    form = bar_format(table, find_bars(table), reading, lambda _: None)
    (piece,) = table.pieces(form.layout.header_line, form.layout.columns.places.values())
    bars = PlainBars(form).read(piece)
    assert bars is not None
    return [column.tolist() for column in bars]


@pytest.mark.parametrize("style", sorted(INSTANTS))
def test_usual_times_are_read_as_columns(style: str, tmp_path: Path) -> None:
    moments = [datetime(2024, 1, 31, 23, 58, tzinfo=UTC) + timedelta(minutes=n) for n in range(5)]
    rows = [f"{INSTANTS[style](moment)},1.25,2,1.0,1.50,7" for moment in moments]
    content = "\n".join(["time,open,high,low,close,volume", *rows, ""])
    _, times, opens, *_, volumes, lines = plainly(tmp_path / "f.csv", content, Reading("X"))
    assert times == [int(moment.timestamp()) * 1000 for moment in moments]
    assert (opens, volumes, lines) == ([125] * 5, [7] * 5, [2, 3, 4, 5, 6])


@pytest.mark.parametrize("days", ["%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%Y.%m.%d"])
def test_usual_days_are_read_as_columns(days: str, tmp_path: Path) -> None:
    moments = [datetime(2024, 1, 30, tzinfo=UTC) + timedelta(days=n) for n in range(5)]
    rows = [f"{moment.strftime(days)};1,25;2;1,0;1,50" for moment in moments]
    content = "\r\n".join(["day;open;high;low;close", *rows, ""])
    _, times, opens, *_ = plainly(tmp_path / "f.csv", content, Reading("X"))
    assert times == [int(moment.timestamp()) * 1000 for moment in moments]
    assert opens == [125] * 5


@pytest.mark.parametrize("zone", ZONES[1:])
def test_local_hours_that_are_no_hours_long_are_read_alone(zone: str, tmp_path: Path) -> None:
    begin = datetime(2006, 10, 29, 0, 0, tzinfo=UTC)
    moments = [begin + timedelta(minutes=n) for n in range(0, 3 * 1440, 7)]
    local = [moment.astimezone(ZoneInfo(zone)) for moment in moments]
    rows = [f"{moment:%Y-%m-%d %H:%M},1,1,1,1" for moment in local if not moment.fold]
    path = tmp_path / "f.csv"
    path.write_text("\n".join(["time,open,high,low,close", *rows]))
    reading = Reading("X", "1", zone)
    columns = told(CsvTable(path, 2_000), reading)
    assert columns == told(RowByRow(path), reading)
    assert len(columns[4]) == len(rows)


def test_printed_binary_fractions_are_read_as_columns(tmp_path: Path) -> None:
    prices = [f"{one},200,0.5,{one}" for one in ("132.42999267578125", "101.57000000000001", "7.5")]
    rows = [f"2024-01-0{day},{some}" for day, some in enumerate(prices, 1)]
    content = "\n".join(["date,open,high,low,close", *rows, ""])
    _, _, opens, highs, *_ = plainly(tmp_path / "f.csv", content, Reading("X"))
    assert (opens, highs) == ([13242999, 10157000, 750000], [20000000] * 3)
