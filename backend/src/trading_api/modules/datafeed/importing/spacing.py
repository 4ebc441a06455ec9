"""Tells the resolution of bars by how far they are apart."""

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
        raise ImportRefused(f"{error.message}.") from error
    if resolution not in IMPORTABLE:
        raise ImportRefused(
            f"expected bars of {', '.join(IMPORTABLE)}, got {resolution}: weeks and months are"
            " folded from days, import these."
        )
    return resolution


def infer_resolution(samples: Iterable[Sequence[str]], reader: TimeReader) -> str:
    """Return the resolution of bars whose times are written so, one sequence a symbol.

    Raises:
        ImportRefused: too few bars, or a spacing that is no resolution.
    """
    series = [_readable(times, reader) for times in samples]
    instants = [instant for times in series for instant in times]
    steps = [abs(later - one) for times in series for one, later in pairwise(times)]
    step = min((step for step in steps if step), default=None)
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
    apart = f"{step // DAY_MS} days" if step >= DAY_MS else f"{step / MINUTE_MS:g} minutes"
    raise ImportRefused(
        f"expected bars of a resolution of {', '.join(IMPORTABLE)} (minutes, 1D a day), got bars"
        f" {apart} apart; if they are of one of these, name it with --resolution."
    )


def _readable(times: Sequence[str], reader: TimeReader) -> list[int]:
    readable = []
    for text in times:
        try:
            readable.append(reader.instant(text))
        except ValueError:
            # The row is reported with its line when the rows are read.
            continue
    return readable
