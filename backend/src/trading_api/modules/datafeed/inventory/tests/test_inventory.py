import gzip
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.inventory.exporting import export_bars, export_ticks, write_rows
from trading_api.modules.datafeed.inventory.listing import (
    BARS_FILE,
    RECEIVED_FILE,
    chosen,
    stored_series,
)
from trading_api.modules.datafeed.inventory.stored_series import StoredSeries
from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.received.received_file import Kept, ReceivedFile
from trading_api.modules.datafeed.received.spans import Span
from trading_api.modules.datafeed.received.tick_blocks import BlockCorrupt
from trading_api.modules.datafeed.tick_sources import HeardTick
from trading_api.shared.errors import ConfigurationError, Refusal

MINUTE = 60_000
START = 1_795_183_200_000
LATEST = 2**53
WHOLE = Span(START, START + 3 * MINUTE)
CSV = "date,open,high,low,close,volume\n2012-01-03,1.5,2.25,1.125,2,7\n2012-01-04,2,3,2,3,9\n"
TICKS = [
    HeardTick(Tick(START + at, 9_999, 10_002, 10_000 + at % 7, 5, 6, at % 3), START + at + 4)
    for at in range(0, 3 * MINUTE, 500)
]


def nothing(count: int) -> None: ...


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Two imported days of ACME, and three minutes of AAPL with their ticks."""
    (tmp_path / "acme.csv").write_text(CSV)
    store = BarsStore(tmp_path / BARS_FILE)
    store.open()
    import_file(tmp_path / "acme.csv", store, symbol="ACME")
    store.close()
    receive(tmp_path, [minute(0), minute(1), minute(2)], TICKS)
    return tmp_path


@pytest.fixture
def series(data_dir: Path) -> Iterator[list[StoredSeries]]:
    with stored_series(data_dir) as found:
        yield found


def receive(
    data_dir: Path,
    bars: list[StoredBar],
    ticks: Sequence[HeardTick] = (),
    span: Span = WHOLE,
) -> None:
    aapl = next(one for one in SimulatedProvider(seed=1).instruments() if one.symbol == "AAPL")
    kept = Kept("simulated", aapl, span, bars, ticks, keeps_ticks=True)
    ReceivedFile(data_dir / RECEIVED_FILE).write([kept])


def minute(number: int) -> StoredBar:
    start = START + number * MINUTE
    ticks = [one.tick for one in TICKS if start <= one.tick.time < start + MINUTE]
    prices = [tick.last for tick in ticks]
    volume = sum(tick.last_size for tick in ticks)
    return StoredBar(start, prices[0], max(prices), min(prices), prices[-1], volume)


def test_what_was_imported_and_what_was_received_is_listed(series: list[StoredSeries]) -> None:
    assert [(one.name, one.resolution, one.extent().bars) for one in series] == [
        ("imported:ACME", "1D", 2),
        ("simulated:AAPL", "1", 3),
    ]
    assert series[1].extent().ticks == len(TICKS)


def test_what_is_sound_is_said_to_be(series: list[StoredSeries]) -> None:
    assert [(one.verify().refolded, one.verify().faults) for one in series] == [(0, []), (3, [])]


def test_a_minute_that_is_not_its_ticks_is_noticed(data_dir: Path) -> None:
    receive(data_dir, [minute(1)._replace(volume=1)])

    with stored_series(data_dir) as found:
        faults = chosen(found, "AAPL", None).verify().faults

    assert len(faults) == 1
    assert f"expected {minute(1)} of its ticks, kept is" in faults[0]


def test_ticks_that_two_processes_heard_at_a_hand_over_count_once(data_dir: Path) -> None:
    twice = [one._replace(received=one.received + 9) for one in TICKS[100:260]]
    receive(data_dir, [], twice)

    with stored_series(data_dir) as found:
        aapl = chosen(found, "AAPL", None)
        verified, ticks = aapl.verify(), list(aapl.ticks(0, LATEST))

    assert (verified.faults, ticks) == ([], TICKS)


def test_minutes_that_two_processes_heard_are_not_folded_again(data_dir: Path) -> None:
    """The other began a minute later, and heard other moments of the same trades."""
    others = [replace(one.tick, time=one.tick.time + 99, last_size=5) for one in TICKS[120:240]]
    other = Span(others[0].time, others[-1].time)
    receive(data_dir, [], [HeardTick(tick, tick.time) for tick in others], other)

    with stored_series(data_dir) as found:
        verified = chosen(found, "AAPL", None).verify()

    assert (verified.refolded, verified.faults) == (2, [])


def test_ticks_of_one_moment_in_two_blocks_are_all_there(tmp_path: Path) -> None:
    first, second = TICKS[0], TICKS[0]._replace(tick=replace(TICKS[0].tick, last_size=99))
    receive(tmp_path, [], [first])
    receive(tmp_path, [], [second])

    with stored_series(tmp_path) as found:
        assert list(found[0].ticks(0, LATEST)) == [first, second]


def test_ticks_that_outlive_their_minutes_are_sound(data_dir: Path) -> None:
    ReceivedFile(data_dir / RECEIVED_FILE).forget(bars_before=START + MINUTE, ticks_before=0)

    with stored_series(data_dir) as found:
        verified = chosen(found, "AAPL", None).verify()

    assert (verified.refolded, verified.faults) == (2, [])


def test_an_export_that_fails_leaves_no_file(data_dir: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data_dir / RECEIVED_FILE)) as connection, connection:
        connection.execute("UPDATE tick_block SET checksum = 1")

    with stored_series(data_dir) as found, pytest.raises(BlockCorrupt):
        write_rows(tmp_path / "a.csv", export_ticks(found[1], 0, LATEST), nothing)

    assert not (tmp_path / "a.csv").exists()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / RECEIVED_FILE).write_bytes(b"no database at all")

    with pytest.raises(ConfigurationError, match=RECEIVED_FILE), stored_series(tmp_path):
        pass


def test_a_file_to_which_nothing_was_written_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / RECEIVED_FILE).touch()

    with stored_series(tmp_path) as found:
        assert found == []


def test_a_bar_that_no_market_makes_is_noticed(data_dir: Path) -> None:
    store = BarsStore(data_dir / BARS_FILE)
    store.open()
    with store.database.writer() as connection:
        connection.execute("UPDATE bars SET high = low - 1 WHERE time = 1325548800000")
    store.close()

    with stored_series(data_dir) as found:
        faults = chosen(found, "imported:ACME", "1D").verify().faults

    assert [fault.split(" can ")[0] for fault in faults] == ["imported:ACME: no market"]


def test_a_name_that_means_no_series_or_several_is_refused(series: list[StoredSeries]) -> None:
    with pytest.raises(Refusal, match="got 'MSFT': there is imported:ACME 1D, simulated:AAPL 1"):
        chosen(series, "MSFT", None)
    with pytest.raises(Refusal, match="got 'AAPL'"):
        chosen([*series, series[1]], "AAPL", None)


def test_exported_bars_are_imported_again_to_the_last_digit(
    series: list[StoredSeries], tmp_path: Path
) -> None:
    path, store = tmp_path / "aapl.csv", BarsStore(tmp_path / "again.sqlite3")

    written = write_rows(path, export_bars(series[1], 0, LATEST), nothing)

    store.open()
    import_file(path, store, symbol="AAPL")
    assert (written, store.price_scale("AAPL")) == (3, 100)
    assert [bar.close for bar in store.history("AAPL", "1", LATEST, 9)] == [
        minute(number).close for number in range(3)
    ]
    store.close()


async def test_exported_ticks_are_replayed(series: list[StoredSeries], tmp_path: Path) -> None:
    path = tmp_path / "aapl.csv.gz"

    written = write_rows(path, export_ticks(series[1], START, START + MINUTE), nothing)

    replay = ReplayProvider(path, speed=1, symbol="AAPL")
    await replay.start()
    assert written == 120
    assert replay.tick_until("AAPL", START + 700) == TICKS[1].tick
    await replay.stop()


def test_a_file_that_is_there_is_left_alone(series: list[StoredSeries], tmp_path: Path) -> None:
    path = tmp_path / "mine.csv.gz"
    path.write_bytes(gzip.compress(b"precious"))

    with pytest.raises(FileExistsError):
        write_rows(path, export_bars(series[0], 0, LATEST), nothing)

    assert gzip.decompress(path.read_bytes()) == b"precious"
