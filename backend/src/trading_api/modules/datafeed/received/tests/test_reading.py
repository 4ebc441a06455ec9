from dataclasses import replace
from pathlib import Path

import pytest

from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.received.reading import ReceivedBars
from trading_api.modules.datafeed.received.received_file import Kept, ReceivedFile
from trading_api.modules.datafeed.received.spans import Span

MINUTE = 60_000
START = 1_795_183_200_000  # on the hour


@pytest.fixture
def aapl() -> Instrument:
    return next(one for one in SimulatedProvider(seed=1).instruments() if one.symbol == "AAPL")


@pytest.fixture
def file(tmp_path: Path, aapl: Instrument) -> ReceivedFile:
    """Two hours of minutes, of which the 31st to the 33rd were not heard."""
    file = ReceivedFile(tmp_path / "received.sqlite3")
    file.write([kept(aapl, 0, 30), kept(aapl, 33, 120)])
    return file


def kept(aapl: Instrument, first: int, end: int) -> Kept:
    bars = [StoredBar(START + at * MINUTE, at, at + 2, at, at + 1, 1) for at in range(first, end)]
    span = Span(START + first * MINUTE, START + end * MINUTE)
    return Kept("simulated", aapl, span, bars, (), keeps_ticks=False)


def minutes_of(bars: list[StoredBar]) -> list[int]:
    return [(bar.time - START) // MINUTE for bar in bars]


def test_minutes_come_as_they_were_kept(file: ReceivedFile, aapl: Instrument) -> None:
    bars = ReceivedBars(file).newest("simulated", aapl, "1", START + 35 * MINUTE, 4)

    assert minutes_of(bars) == [28, 29, 33, 34]


def test_a_bar_that_was_heard_in_part_is_left_out(file: ReceivedFile, aapl: Instrument) -> None:
    bars = ReceivedBars(file).newest("simulated", aapl, "15", START + 120 * MINUTE, 9)

    assert minutes_of(bars) == [0, 15, 45, 60, 75, 90, 105]
    assert bars[1] == StoredBar(START + 15 * MINUTE, 15, 31, 15, 30, 15)


def test_a_day_of_two_hours_is_no_day(file: ReceivedFile, aapl: Instrument) -> None:
    assert ReceivedBars(file).newest("simulated", aapl, "1D", 2**53, 9) == []


def test_a_minute_that_two_processes_heard_in_parts_is_a_hole(
    tmp_path: Path, aapl: Instrument
) -> None:
    """The old one ended within the 21st minute, in which the new one had begun."""
    old, new = kept(aapl, 0, 20), kept(aapl, 21, 60)
    file = ReceivedFile(tmp_path / "handed-over.sqlite3")
    file.write(
        [
            old._replace(heard=Span(START, old.heard.end + 40_000)),
            new._replace(heard=Span(new.heard.start - 30_000, new.heard.end)),
        ]
    )

    bars = ReceivedBars(file).newest("simulated", aapl, "15", START + 60 * MINUTE, 9)

    assert minutes_of(bars) == [0, 30, 45]


def test_a_bar_of_which_a_part_was_forgotten_is_left_out(
    file: ReceivedFile, aapl: Instrument
) -> None:
    file.forget(bars_before=START + 50 * MINUTE, ticks_before=0)

    bars = ReceivedBars(file).newest("simulated", aapl, "15", START + 120 * MINUTE, 9)

    assert minutes_of(bars) == [60, 75, 90, 105]


@pytest.mark.parametrize("content", [b"no database at all", b""], ids=["damaged", "never written"])
def test_a_file_that_cannot_be_read_costs_no_chart(
    tmp_path: Path, aapl: Instrument, content: bytes
) -> None:
    (tmp_path / "received.sqlite3").write_bytes(content)
    received = ReceivedBars(ReceivedFile(tmp_path / "received.sqlite3"))

    assert received.newest("simulated", aapl, "1", 2**53, 9) == []


def test_other_scales_and_other_providers_are_other_series(
    file: ReceivedFile, aapl: Instrument
) -> None:
    received, before = ReceivedBars(file), 2**53

    assert received.newest("vendor", aapl, "1", before, 9) == []
    assert received.newest("simulated", replace(aapl, price_scale=10_000), "1", before, 9) == []


def test_without_a_file_there_is_nothing(tmp_path: Path, aapl: Instrument) -> None:
    nothing = ReceivedBars(ReceivedFile(tmp_path / "received.sqlite3"))

    assert nothing.newest("simulated", aapl, "1", 2**53, 9) == []
