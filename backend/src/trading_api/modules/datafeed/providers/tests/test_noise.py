import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.providers.noise import Ints, Noise, grow, split

INDEX = np.arange(20_000, dtype=np.int64)
indexes = st.lists(st.integers(0, 2**53), min_size=1, max_size=20)


def ints(*numbers: int) -> Ints:
    return np.array(numbers, dtype=np.int64)


@given(indexes)
def test_a_number_depends_on_key_and_index_alone(index: list[int]) -> None:
    noise = Noise(1, "AAPL", "move")

    together = noise.bits(ints(*index))
    alone = [Noise(1, "AAPL", "move").bits(ints(one))[0] for one in index]

    assert together.tolist() == alone


def test_numbers_are_the_same_on_every_machine() -> None:
    assert Noise(1, "AAPL").bits(ints(0, 1, 2**53)).tolist() == [
        11005819926605832055,
        2485517683472139368,
        190865919091879492,
    ]
    assert Noise(1, "AAPL").gauss(ints(5)).tolist() == [-0.23112175319526818]


@pytest.mark.parametrize("other", [("2", "AAPL"), (1, "MSFT"), (1, "AAPL", ""), ("1AAPL",)])
def test_another_key_is_another_sequence(other: tuple[object, ...]) -> None:
    same = Noise(1, "AAPL").bits(INDEX) == Noise(*other).bits(INDEX)

    assert not same.any()


def test_uniform_numbers_fill_the_interval() -> None:
    numbers = Noise("u").uniform(INDEX)

    assert 0 < numbers.min() < 0.001 and 0.999 < numbers.max() < 1
    assert numbers.mean() == pytest.approx(0.5, abs=0.01)


def test_gauss_is_a_bell_around_zero() -> None:
    numbers = Noise("g").gauss(INDEX)

    assert numbers.mean() == pytest.approx(0, abs=0.03)
    assert numbers.std() == pytest.approx(1, abs=0.03)
    assert np.abs(numbers).max() < 3.5
    assert (np.abs(numbers) < 1).mean() == pytest.approx(0.68, abs=0.03)


def test_exponential_numbers_are_positive_of_mean_one() -> None:
    numbers = Noise("e").exponential(INDEX)

    assert numbers.min() > 0
    assert numbers.mean() == pytest.approx(1, abs=0.05)


@given(st.integers(1, 1000), indexes)
def test_below_stays_below(limit: int, index: list[int]) -> None:
    numbers = Noise("b").below(limit, ints(*index))

    assert numbers.min() >= 0 and numbers.max() < limit


@pytest.mark.parametrize("period", [1, 3, 61])
def test_a_smooth_curve_has_no_jumps_and_passes_its_nodes(period: int) -> None:
    noise = Noise("s")

    curve = noise.smooth(INDEX, period)

    assert curve[::period].tolist() == noise.gauss(INDEX[: len(curve[::period])]).tolist()
    assert np.abs(np.diff(curve)).max() <= 1.5 * 7 / period


def test_grow_is_the_exponential_function() -> None:
    exponents = np.linspace(-2, 2, 101)

    assert grow(exponents) == pytest.approx([math.exp(one) for one in exponents], rel=0.001)


@given(st.integers(0, 10**12), st.lists(st.integers(1, 10_000), min_size=1, max_size=400))
def test_a_split_loses_nothing(total: int, weights: list[int]) -> None:
    parts = split(total, ints(*weights))

    assert int(parts.sum()) == total and parts.min() >= 0
    fair = [total * weight / sum(weights) for weight in weights]
    assert all(abs(part - share) <= 1 for part, share in zip(parts.tolist(), fair, strict=True))
