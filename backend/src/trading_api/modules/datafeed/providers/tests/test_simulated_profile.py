import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.providers.noise import Floats
from trading_api.modules.datafeed.providers.simulated_profile import along, turning_points

PARTS = (np.arange(1440) + 0.5) / 1440
quantities = st.lists(st.floats(1, 4), min_size=4, max_size=12)


def rates(of_days: list[float]) -> Floats:
    """Return the rates of all days but the outermost, a row each, in units of the quantity."""
    days = np.array(of_days)
    relative = along(turning_points(days[:-2], days[1:-1], days[2:]), PARTS)
    result: Floats = relative * days[1:-1, None]
    return result


@given(quantities)
def test_a_day_keeps_its_quantity(of_days: list[float]) -> None:
    assert rates(of_days).mean(axis=1) == pytest.approx(of_days[1:-1], rel=0.3)
    assert rates([2.0] * 5) == pytest.approx(np.full((3, 1440), 2.0))


@given(quantities)
def test_no_step_at_midnight(of_days: list[float]) -> None:
    days = rates(of_days)

    assert days[1:, 0] == pytest.approx(days[:-1, -1], rel=0.02)


@given(quantities)
def test_no_day_stands_still(of_days: list[float]) -> None:
    assert rates(of_days).min() > 0
