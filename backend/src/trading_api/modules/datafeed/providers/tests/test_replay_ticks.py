from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.importing import ImportRefused
from trading_api.modules.datafeed.importing.bar_rows import Decimals
from trading_api.modules.datafeed.importing.describe import describe
from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.replay_file import read_replay
from trading_api.modules.datafeed.providers.replay_series import BarSeries, Rows, TickSeries
from trading_api.modules.datafeed.resolutions import (
    IMPORTABLE,
    MINUTE_MS,
    RESOLUTIONS,
    extend,
    length_ms,
)

FAR = 2**53
# 2024-01-02T09:30:00Z
START = 1_704_187_800_000


def ticks_of(folder: Path, content: str, symbol: str | None = "X") -> list[Tick]:
    path = folder / "ticks.csv"
    path.write_text(content)
    (series,) = read_replay(path, symbol)
    return [series.tick(number) for number in range(series.tick_count)]


@st.composite
def bars(draw: st.DrawFn) -> StoredBar:
    prices = draw(st.lists(st.integers(1, 10**9), min_size=4, max_size=4))
    return StoredBar(
        draw(st.integers(0, 40_000)),
        prices[0],
        max(prices),
        min(prices),
        prices[3],
        draw(st.integers(0, 10**12)),
    )


def packed(rows: Sequence[tuple[int, ...]], width: int) -> Rows:
    table = Rows(width)
    for row in rows:
        table.append(row)
    return table


@given(st.sampled_from(IMPORTABLE), st.lists(bars(), max_size=9, unique_by=lambda bar: bar.time))
def test_ticks_of_a_replayed_bar_fold_to_the_bar(base: str, drawn: list[StoredBar]) -> None:
    placed = [bar._replace(time=bar.time * length_ms(base)) for bar in sorted(drawn)]
    instrument = describe("X", base, Decimals(2, 0), None, live=True)
    rows = [(*bar, line) for line, bar in enumerate(placed, 2)]
    series = BarSeries(instrument, base, packed(rows, 7))
    folded: dict[int, StoredBar] = {}
    bar: StoredBar | None = None
    for number in range(series.tick_count):
        bar = extend(bar, series.tick(number), base)
        folded[bar.time] = bar
    assert list(folded.values()) == placed


@given(
    st.lists(
        st.tuples(st.integers(0, 9 * MINUTE_MS), st.integers(1, 99), st.integers(0, 9)), min_size=1
    ),
    st.sampled_from(RESOLUTIONS),
    st.data(),
)
def test_history_of_ticks_is_their_fold_at_every_position(
    drawn: list[tuple[int, int, int]], resolution: str, data: st.DataObject
) -> None:
    rows = [(time, p, p + 1, p, 100, 100, size, 2) for time, p, size in sorted(drawn)]
    series = TickSeries(
        describe("X", "1", Decimals(2, 0), None, live=True), packed(rows, 8), is_quoted=True
    )
    position = data.draw(st.integers(0, len(rows)))
    folded: dict[int, StoredBar] = {}
    bar: StoredBar | None = None
    for number in range(position):
        bar = extend(bar, series.tick(number), resolution)
        folded[bar.time] = bar
    assert series.history(resolution, FAR, 99, position) == list(folded.values())
    assert series.forming(resolution, position) == bar


def test_quotes_with_trades(tmp_path: Path) -> None:
    content = """time,bid,ask,last,bid_size,ask_size,last_size
1704187800000,10.1,10.3,10.2,500,600,25
1704187800000,10.1,10.2,10.1,400,300,5
"""
    assert ticks_of(tmp_path, content) == [
        Tick(START, 101, 103, 102, 500, 600, 25),
        Tick(START, 101, 102, 101, 400, 300, 5),
    ]


def test_trades_alone_are_quoted_a_tick_wide(tmp_path: Path) -> None:
    content = "id,price,qty,quoteQty,time,isBuyerMaker\n7,42.50,0.125,5,1704187800123,True\n"
    assert ticks_of(tmp_path, content) == [
        Tick(START + 123, 4250, 4251, 4250, 100_000, 100_000, 125)
    ]


def test_quotes_alone_are_drawn_by_the_bid(tmp_path: Path) -> None:
    content = """Gmt time,Ask,Bid,AskVolume,BidVolume
02.01.2024 09:30:00.250,1.10013,1.10010,1.5,0.75
"""
    assert ticks_of(tmp_path, content) == [Tick(START + 250, 110_010, 110_013, 110_010, 75, 150, 0)]


def test_empty_prices_are_those_before(tmp_path: Path) -> None:
    content = """<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>
2024.01.02\t09:30:00.000\t1.10\t1.12\t1.11\t4\t6
2024.01.02\t09:30:00.100\t1.11\t\t\t\t2
2024.01.02\t09:30:00.200\t\t\t1.12\t3\t8
"""
    ticks = ticks_of(tmp_path, content)
    assert [(t.bid, t.ask, t.last, t.last_size) for t in ticks] == [
        (110, 112, 111, 4),
        (111, 112, 111, 0),
        (111, 112, 112, 3),
    ]


def test_file_with_the_newest_first_is_turned_round(tmp_path: Path) -> None:
    rows = ["1704187802,3,1", "1704187801,2,1", "1704187801,1,1", "1704187800,0.5,1"]
    ticks = ticks_of(tmp_path, "\n".join(("time,price,size", *rows)))
    assert [tick.last for tick in ticks] == [5, 10, 20, 30]


def test_symbol_column_parts_the_ticks(tmp_path: Path) -> None:
    path = tmp_path / "ticks.csv"
    path.write_text("symbol,time,price,size\nB,1704187800,1,1\nA,1704187801,2.5,1\n")
    series = read_replay(path, None)
    assert [(one.instrument.symbol, one.instrument.price_scale) for one in series] == [
        ("A", 10),
        ("B", 1),
    ]
    assert series[0].instrument.resolutions == RESOLUTIONS
    assert len(ticks_of(tmp_path, path.read_text(), "A")) == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1704187802,2,1,1,1", "expected a bid up to the ask, got a higher one"),
        ("1704187802,0,1,1,1", "bid: expected a price above 0, got 0"),
        ("1704187802,1,2,nan,1", "last: expected a finite number, got 'nan'"),
        ("1704187802,1,2,1,-5", "last_size: expected 0 or more, got -5"),
        ("later,1,2,1,5", "time: expected an epoch, got 'later'"),
        ("1704187799,1,2,1,5", "goes back in time, behind line 3"),
        ("1704187802,1", "expected 5 columns, got 2"),
    ],
)
def test_corrupt_tick_refuses_the_file_with_its_line(row: str, reason: str, tmp_path: Path) -> None:
    rows = ("1704187800,1,2,1,1", "1704187801,1,2,1,1", row)
    after = ("1704187803,1,2,1,1",)
    with pytest.raises(ImportRefused) as refused:
        ticks_of(tmp_path, "\n".join(("time,bid,ask,last,size", *rows, *after)))
    assert [(one.line, one.reason) for one in refused.value.rows] == [(4, reason)]


def test_file_without_a_symbol_asks_for_it(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="--symbol"):
        ticks_of(tmp_path, "time,price,size\n1704187800,1,1\n", None)


def test_prices_alone_are_ticks_without_volume(tmp_path: Path) -> None:
    ticks = ticks_of(tmp_path, "time,price\n1704187800,1\n")
    assert [tick.last_size for tick in ticks] == [0]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=9), st.sampled_from(RESOLUTIONS))
def test_forming_does_not_depend_on_what_was_asked_before(
    positions: list[int], resolution: str
) -> None:
    rows = [(n * 20_000, 99 + n % 7, 100 + n % 7, 99 + n % 7, 1, 1, n, 2) for n in range(400)]
    instrument = describe("X", "1", Decimals(2, 0), None, live=True)
    series = TickSeries(instrument, packed(rows, 8), is_quoted=True)

    for position in positions:
        newest = series.history(resolution, FAR, 1, position)
        assert series.forming(resolution, position) == (newest[0] if newest else None)
