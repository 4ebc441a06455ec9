"""Tells the resolution of bars by how far they are apart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from trading_api.modules.datafeed.importing.refusal import ImportRefused
from trading_api.modules.datafeed.importing.times import TimeReader
from trading_api.modules.datafeed.resolutions import (
    DAY_MS,
    IMPORTABLE,
    MINUTE_MS,
    canonical_resolution,
    length_ms,
)
from trading_api.shared.errors import Refusal

# Where clocks change, a trading day begins up to an hour earlier than the one before.
_SHORTEST_DAY_MS = 20 * 60 * MINUTE_MS

# A week-end and a holiday on both its sides lie between two daily bars, a week does not.
_LONGEST_DAYS = 5


def known_resolution(text: str) -> str:
    """Return the canonical resolution that the caller names.

    Raises:
        ImportRefused: there is none of this name.
    """
    try:
        resolution = canonical_resolution(text)
    except Refusal as error:
        expected = f"expected bars of {', '.join(IMPORTABLE)}"
        raise ImportRefused(f"{expected}, got a resolution {text[:40]!r}.") from error
    if resolution not in IMPORTABLE:
        raise ImportRefused(
            f"expected bars of {', '.join(IMPORTABLE)}, got {resolution}: weeks and months are"
            " folded from days, import these."
        )
    return resolution


def refuse_finer(resolution: str, samples: Iterable[Sequence[str]], reader: TimeReader) -> None:
    """Do nothing where most bars are as far apart as a resolution says, or farther.

    Raises:
        ImportRefused: they are closer, so that they are bars of another resolution.
    """
    steps = Counter(_steps([_readable(times, reader) for times in samples]))
    # Of equally frequent distances the least, whichever symbol comes first.
    step = max(steps, key=lambda one: (steps[one], -one), default=None)
    length = _SHORTEST_DAY_MS if resolution == "1D" else length_ms(resolution)
    if step is not None and step < length:
        raise ImportRefused(
            f"expected bars of the resolution {resolution} that --resolution names, got bars"
            f" {_apart(step)}; leave --resolution out: coarser resolutions are folded from what"
            " is imported."
        )


def infer_resolution(samples: Iterable[Sequence[str]], reader: TimeReader) -> str:
    """Return the resolution of bars whose times are written so, one sequence a symbol.

    Raises:
        ImportRefused: too few bars, or a spacing that is no resolution.
    """
    series = [_readable(times, reader) for times in samples]
    instants = [instant for times in series for instant in times]
    step = min(_steps(series), default=None)
    if step is None:
        if instants and all(instant % DAY_MS == 0 for instant in instants):
            return "1D"
        raise ImportRefused(
            "expected two bars or more, to tell the resolution by their distance; name it with"
            f" --resolution ({', '.join(IMPORTABLE)})."
        )
    return _resolution_of(step)


def _resolution_of(step: int) -> str:
    if _SHORTEST_DAY_MS <= step < _LONGEST_DAYS * DAY_MS:
        return "1D"
    for resolution in IMPORTABLE:
        if length_ms(resolution) == step:
            return resolution
    raise ImportRefused(
        f"expected bars of a resolution of {', '.join(IMPORTABLE)} (minutes, 1D a day), got bars"
        f" {_apart(step)}; if they are of one of these, name it with --resolution."
    )


def _steps(series: Iterable[Sequence[int]]) -> list[int]:
    """Return how far the bars are from those beside them, in ms; the same bar twice is not."""
    steps = (abs(later - one) for times in series for one, later in pairwise(times))
    return [step for step in steps if step]


def _apart(step: int) -> str:
    if step >= DAY_MS:
        return f"{step // DAY_MS} days apart"
    return "a minute apart" if step == MINUTE_MS else f"{step / MINUTE_MS:g} minutes apart"


def _readable(times: Sequence[str], reader: TimeReader) -> list[int]:
    readable = []
    for text in times:
        try:
            readable.append(reader.instant(text))
        except ValueError:
            # The row is reported with its line when the rows are read.
            continue
    return readable
