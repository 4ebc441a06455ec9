from datetime import UTC, datetime

import pytest

from trading_api.modules.datafeed.importing import ImportRefused
from trading_api.modules.datafeed.importing.times import choose_reader, join_clock, time_zone

# 2024-01-31T13:07:09Z
EXPECTED = 1_706_706_429_000


@pytest.mark.parametrize(
    "text",
    [
        "1706706429",
        "1706706429000",
        "1706706429000000",
        "1706706429000000000",
        "1706706429.0",
        "2024-01-31T13:07:09Z",
        "2024-01-31 13:07:09",
        "2024-01-31 13:07:09+00:00",
        "2024-01-31T14:07:09+0100",
        "2024-01-31 13:07:09 UTC",
        "2024/01/31 13:07:09",
        "2024.1.31 13:07:09",
        "20240131 130709",
        "20240131130709",
        "31/01/2024 13:07:09",
        "31.01.2024 13:07:09",
        "01/31/2024 1:07:09 PM",
        "01-31-2024 13:07:09",
        "31.01.2024 14:07:09.000 GMT+0100",
        "31/1/24, 13:07:09",
    ],
)
def test_instant_is_read(text: str) -> None:
    assert choose_reader([text], UTC).instant(text) == EXPECTED


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("1706706429.123", 123),
        ("1706706429123456", 123),
        ("2024-01-31 13:07:09.123456789", 123),
        ("20240131 130709123", 123),
        ("31.01.2024 13:07:09.5", 500),
    ],
)
def test_fractions_of_a_second_are_kept_to_the_millisecond(text: str, milliseconds: int) -> None:
    assert choose_reader([text], UTC).instant(text) == EXPECTED + milliseconds


@pytest.mark.parametrize(
    "text",
    ["2024-01-31", "20240131", "31/01/2024", "Jan 31, 2024", "31-Jan-2024", "31-Jan-24", "1/31/24"],
)
def test_day_is_midnight_utc(text: str) -> None:
    midnight = int(datetime(2024, 1, 31, tzinfo=UTC).timestamp() * 1000)
    reader = choose_reader([text], time_zone("Asia/Tokyo"))
    assert reader.day(text) == midnight


@pytest.mark.parametrize(
    ("texts", "month"),
    [
        (["02/01/2024", "13/01/2024"], 1),
        (["02/01/2024", "02/13/2024"], 2),
        (["01/02/2024", "01/03/2024", "01/04/2024"], 1),
        (["01/02/2024", "02/02/2024", "03/02/2024"], 2),
        (["02.01.2024"], 1),
        (["02/01/2024", "13/01/2024", "13/13/2024"], 1),
    ],
)
def test_day_and_month_are_told_by_all_dates(texts: list[str], month: int) -> None:
    first = choose_reader(texts, UTC).day(texts[0])
    assert datetime.fromtimestamp(first / 1000, UTC).month == month


@pytest.mark.parametrize("clock", ["93000", "093000", "0930", "930", "9:30", "09:30:00"])
def test_clock_of_a_column_of_its_own(clock: str) -> None:
    text = join_clock("20240131", clock)
    nine_thirty = datetime(2024, 1, 31, 9, 30, tzinfo=UTC).timestamp() * 1000
    assert choose_reader([text], UTC).instant(text) == nine_thirty


@pytest.mark.parametrize("text", ["", "soon", "2024-02-30", "99/99/2024", "2024-01-31 25:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ImportRefused, match="expected times as an epoch"):
        choose_reader([text], UTC)


def test_time_unlike_the_others_is_an_error_of_its_row() -> None:
    reader = choose_reader(["2024-01-31", "2024-02-01"], UTC)
    with pytest.raises(ValueError, match="expected a date as YYYY-MM-DD, got 'Feb 2'"):
        reader.day("Feb 2")
