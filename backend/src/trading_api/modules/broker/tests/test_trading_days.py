import pytest

from trading_api.modules.broker.engine.testing import DAY_MS, AlwaysOpen, Daily
from trading_api.modules.broker.testing import FakeMarket, instrument
from trading_api.modules.broker.trading_days import TradingDays, day_of

MIDNIGHT = 1_700_000_000_000 - 1_700_000_000_000 % DAY_MS
HOUR = 3_600_000


def test_around_the_clock_a_day_is_the_utc_day() -> None:
    assert day_of(AlwaysOpen(), MIDNIGHT + 5) == (MIDNIGHT, MIDNIGHT + DAY_MS)


@pytest.mark.parametrize("hour", [0, 12, 16.9])
def test_a_session_holds_the_time_before_it(hour: float) -> None:
    hours, now = Daily(9 * HOUR, 17 * HOUR), MIDNIGHT + int(hour * HOUR)

    assert day_of(hours, now) == (MIDNIGHT - 7 * HOUR, MIDNIGHT + 17 * HOUR)


def test_a_day_is_found_anew_when_it_has_ended() -> None:
    shut = instrument("DAILY", hours=Daily(9 * HOUR, 17 * HOUR))
    days = TradingDays(FakeMarket([shut]))
    first = days.start("DAILY", MIDNIGHT + 16 * HOUR)

    assert days.start("DAILY", MIDNIGHT + 18 * HOUR) - first == DAY_MS
    assert days.earliest(MIDNIGHT + 16 * HOUR) == first
    assert days.start("NONE", MIDNIGHT + HOUR) == MIDNIGHT
