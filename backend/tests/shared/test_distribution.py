import pytest

from trading_api.shared.distribution import Distribution


@pytest.mark.parametrize(
    ("value", "counts"), [(0.5, [1, 0, 0]), (1, [1, 0, 0]), (1.5, [0, 1, 0]), (9, [0, 0, 1])]
)
def test_a_value_is_counted_under_the_first_bound_that_holds_it(
    value: float, counts: list[int]
) -> None:
    seconds = Distribution([1, 2])

    seconds.observe(value)

    assert (seconds.counts, seconds.total) == (counts, value)
