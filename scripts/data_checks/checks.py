"""TradingView's published checks of a datafeed's history, each a generator of what it found wrong.

Strictly increasing times, sound bars and the shapes of the protocol are the client's to refuse: it
is asked for each answer here.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from .series import Series
from .udf_client import Bar, History, ProtocolError, RefusedByServer

Check = Callable[[Series], Iterator[str]]
FAR = 10**9
SAMPLES = 25
PIECES = 12


def repeated(series: Series) -> Iterator[str]:
    """Find requests that are answered otherwise when they are repeated."""
    for window in series.windows(SAMPLES):
        range_ = (window[0].time, window[-1].time)
        once, again = (_ask(series, *range_).body for _ in range(2))
        if once != again:
            yield f"{range_} asked twice is answered twice, by different bytes"


def short_is_long(series: Series) -> Iterator[str]:
    """Find long ranges that are not their short ones, joined."""
    for window in series.windows(SAMPLES // 5):
        start, end = window[0].time, window[-1].time + 1
        cuts = sorted(series.draw.randint(start, end) for _ in range(PIECES))
        borders = [start, *cuts, end]
        pieces = [
            bar
            for left, right in pairwise(borders)
            if left < right
            for bar in _ask(series, left, right).bars
        ]
        yield from _compared(f"{start} to {end} in pieces", pieces, window)
        yield from _compared(f"{start} to {end}", _ask(series, start, end).bars, window)


def equal_times(series: Series) -> Iterator[str]:
    """Find bars that `from` = `to` does not answer alone, and ranges that include `to`."""
    for bar in series.some(SAMPLES):
        yield from _compared(
            f"from = to = {bar.time}", _ask(series, bar.time, bar.time).bars, [bar]
        )
        before = _ask(series, bar.time - 1, bar.time)
        if before.bars:
            yield f"{bar.time} is in the answer to a range that ends there"


def holes(series: Series) -> Iterator[str]:
    """Find ranges without bars that do not name the newest bar before them."""
    for number in series.draw.sample(range(len(series.bars)), min(SAMPLES, len(series.bars))):
        bar = series.bars[number]
        end = series.bars[number + 1].time if number + 1 < len(series.bars) else series.end
        if end <= bar.time + 1:
            continue
        found = _ask(series, bar.time + 1, end)
        if found.bars or found.next_time != bar.time:
            asked = f"{bar.time + 1} to {end}"
            yield f"{asked}: expected no_data with nextTime {bar.time}, got {found.body[:80]!r}"


def left_boundary(series: Series) -> Iterator[str]:
    """Find promises of bars before the first one."""
    first = min(page[0].time for page in _to_the_start(series))
    for start, end, countback in ((first - FAR, first, None), (-FAR, 0, None), (0, first, 10)):
        found = series.client.history(series.ticker, series.resolution, start, end, countback)
        if not found.ends_here:
            yield f"before the first bar, {first}: expected no_data alone, got {found.body[:80]!r}"


def countback(series: Series) -> Iterator[str]:
    """Find countbacks that give more, or fewer, or other bars than the newest before `to`."""
    for window in series.windows(SAMPLES):
        end = window[-1].time + 1
        # `from` is the newest bar: all but one lie before it.
        found = _ask(series, window[-1].time, end, len(window)).bars
        yield from _compared(f"{len(window)} back from {end}", found, window)


def future(series: Series) -> Iterator[str]:
    """Find bars that have not begun."""
    now = series.client.time()
    found = _ask(series, now - 50 * series.seconds, now + FAR).bars
    late = [bar.time for bar in found if bar.time > series.client.time()]
    if late:
        yield f"bars of the future: {late[:3]}"


def later_continues(series: Series) -> Iterator[str]:
    """Find later answers that do not begin with what an earlier one closed."""
    now = series.client.time()
    earlier, later = (_ask(series, now - 50 * series.seconds, now + FAR).bars for _ in range(2))
    closed = earlier[:-1]
    yield from _compared("asked again later", later[: len(closed)], closed)


HISTORY: tuple[tuple[str, Check], ...] = (
    ("the same request twice is the same bytes", repeated),
    ("many short ranges are one long range", short_is_long),
    ("from = to is that bar, else to is exclusive", equal_times),
    ("a hole is no_data with nextTime", holes),
    ("before the first bar is no_data without", left_boundary),
    ("countback is the newest bars before to", countback),
    ("a future to brings no future bars", future),
    ("a later answer begins with the earlier one", later_continues),
)


def findings(check: Check, series: Series) -> list[str]:
    """Return what a check found, breaches of the protocol included."""
    found: list[str] = []
    try:
        found.extend(check(series))
    except (ProtocolError, RefusedByServer) as broken:
        found.append(str(broken))
    return found


def _ask(series: Series, start: int, end: int, countback: int | None = None) -> History:
    return series.client.history(series.ticker, series.resolution, start, end, countback)


def _to_the_start(series: Series) -> Iterator[Sequence[Bar]]:
    return series.client.walk(series.ticker, series.resolution, series.end, 10_000)


def _compared(asked: str, got: Sequence[Bar], expected: Sequence[Bar]) -> Iterator[str]:
    """Say where bars differ first, and in how many places."""
    if list(got) == list(expected):
        return
    by_time = {bar.time: bar for bar in got}
    wrong = [bar for bar in expected if by_time.get(bar.time) != bar]
    shown = f"; first {wrong[0]} is {by_time.get(wrong[0].time)}" if wrong else ""
    yield f"{asked}: expected {len(expected)} bars, got {len(got)}, {len(wrong)} wrong{shown}"
