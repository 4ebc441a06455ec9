from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.received.spans import Span, gaps, joined, touches
from trading_api.modules.datafeed.sessions import ALWAYS_OPEN, calendar_named

HOUR = 60 * 60_000
# Friday 20 November 2026, 20:00 UTC: an hour before New York closes; it opens on Monday 14:30 UTC.
FRIDAY = 1795204800_000
MONDAY = FRIDAY + 66 * HOUR + HOUR // 2

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda at: Span(at[0], at[0] + at[1]))
)


def test_time_between_two_spans_is_a_gap() -> None:
    heard = [Span(10, 20), Span(25, 30), Span(28, 40), Span(50, 60)]

    assert gaps(heard, ALWAYS_OPEN) == [Span(20, 25), Span(40, 50)]


def test_a_weekend_is_no_gap_but_the_hour_before_its_close_is() -> None:
    heard = [Span(FRIDAY - HOUR, FRIDAY), Span(MONDAY + HOUR, MONDAY + 2 * HOUR)]

    found = gaps(heard, calendar_named("XNYS"))

    assert found == [Span(FRIDAY, FRIDAY + HOUR), Span(MONDAY, MONDAY + HOUR)]


@given(SPANS)
def test_joined_spans_hold_the_same_moments_apart_from_each_other(spans: list[Span]) -> None:
    whole = joined(spans)

    moments = {moment for span in spans for moment in range(*span)}
    assert {moment for span in whole for moment in range(*span)} == moments
    assert all(left.end < right.start for left, right in pairwise(whole))


@given(SPANS, st.integers(0, 70), st.integers(1, 20))
def test_a_span_touches_the_gaps_that_share_a_moment_with_it(
    spans: list[Span], start: int, length: int
) -> None:
    unheard = gaps(spans, ALWAYS_OPEN)

    shared = any(start < gap.end and gap.start < start + length for gap in unheard)
    assert touches(Span(start, start + length), unheard) == shared
