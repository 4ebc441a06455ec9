"""Reads columns of plain decimal numbers exactly: digits, perhaps a point and digits."""

from typing import NamedTuple

import numpy as np

from .fields import Cells, Integers

MOST_DIGITS = 18
_ZERO = 48
_POWERS = 10 ** np.arange(MOST_DIGITS + 1, dtype=np.int64)
# The largest numbers that may be multiplied by each of these.
_LARGEST = (2**63 - 1) // _POWERS


class Numbers(NamedTuple):
    """Each number as an integer: its digits without the point, `decimals` of them behind it."""

    digits: Integers
    decimals: Integers


def read_numbers(cells: Cells, point: int, most_digits: int = MOST_DIGITS) -> Numbers | None:
    """Return the numbers; None where a cell holds anything else, or more digits."""
    lengths = cells.ends - cells.starts
    shortest, longest = int(lengths.min()), int(lengths.max())
    if shortest < 1 or longest > most_digits + 1:
        return None
    digits = np.zeros(len(cells), np.int64)
    decimals = np.zeros(len(cells), np.int64)
    points = np.zeros(len(cells), np.int64)
    for behind in range(longest - 1, -1, -1):
        figures = cells.content[cells.ends - 1 - behind]
        if behind >= shortest:
            figures = np.where(behind < lengths, figures, _ZERO)
        is_point = figures == point
        figures = figures - _ZERO
        if is_point.any():
            points += is_point
            decimals[is_point] = behind
            figures[is_point] = 0
            digits = np.where(is_point, digits, digits * 10)
        else:
            digits *= 10
        digits += figures
        if figures.max() > 9:
            return None
    written = lengths - points
    if points.max() > 1 or written.min() < 1 or written.max() > most_digits:
        return None
    return Numbers(digits, decimals)


def scaled(numbers: Numbers, decimals: Integers) -> Integers | None:
    """Return the numbers times 10**decimals, what is finer rounded half to even.

    None where one does not fit into 64 bits.
    """
    up = decimals - numbers.decimals
    most, least = int(up.max()), int(up.min())
    if most == least == 0:
        return numbers.digits
    if most > MOST_DIGITS or least < -MOST_DIGITS:
        return None
    raising = np.maximum(up, 0)
    if (numbers.digits > _LARGEST[raising]).any():
        return None
    raised = numbers.digits * _POWERS[raising]
    return raised if least >= 0 else _rounded(raised, _POWERS[np.maximum(-up, 0)])


def _rounded(numbers: Integers, divisors: Integers) -> Integers:
    whole, rest = np.divmod(numbers, divisors)
    # Twice the rest may not fit: compare it with what is missing to the next number.
    missing = divisors - rest
    up: Integers = whole + ((rest > missing) | ((rest == missing) & (whole % 2 == 1)))
    return up
