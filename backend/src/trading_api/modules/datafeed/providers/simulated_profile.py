"""How a quantity of days is spread within each of them without a step at midnight."""

import numpy as np

from .noise import Floats

# However much livelier its neighbours are, a day keeps this part of its mean at noon.
_LEAST_AT_NOON = 0.2


def turning_points(before: Floats, of_day: Floats, after: Floats) -> Floats:
    """Return each day's rates at its start, noon and end, relative to its mean rate.

    The arguments are the quantities of a day and of its neighbours; both sides of a midnight
    compute the same rate for it, and the day's own quantity stays what it is.
    """
    start, end = np.sqrt(before / of_day), np.sqrt(after / of_day)
    noon = np.maximum(2.0 - (start + end) / 2.0, _LEAST_AT_NOON)
    result: Floats = np.stack((start, noon, end), axis=-1)
    return result


def along(points: Floats, part: Floats) -> Floats:
    """Return the rates at each `part` (0 to 1) of the days that turn at `points`."""
    start, noon, end = points[..., :1], points[..., 1:2], points[..., 2:]
    morning, evening = 2.0 * part, 2.0 * part - 1.0
    return np.where(part < 0.5, start + (noon - start) * morning, noon + (end - noon) * evening)
