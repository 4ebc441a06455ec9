"""Reads a column of symbols as places in a list of names."""

from collections.abc import Callable

import numpy as np

from .fields import Cells, Integers

# Longer than any symbol with its exchange; a row of the table of bytes is as long as the longest.
_LONGEST = 100


class Symbols:
    """Gives each symbol a number, and remembers how it is written."""

    def __init__(self, number_of: Callable[[str], int]) -> None:
        """Number by a function of the cell's text."""
        self._number_of = number_of
        self._known: dict[bytes, int] = {}

    def read(self, cells: Cells) -> Integers | None:
        """Return the number of each row's symbol; None where one is too long to be one."""
        lengths = cells.ends - cells.starts
        longest = int(lengths.max())
        if longest > _LONGEST:
            return None
        at = cells.starts[:, None] + np.arange(max(longest, 1))
        letters = cells.content[np.minimum(at, len(cells.content) - 1)]
        letters[np.arange(max(longest, 1)) >= lengths[:, None]] = 0
        if (letters == letters[0]).all():
            # Most files hold one symbol, or one behind the other.
            letters = letters[:1]
        written = letters.view(f"S{max(longest, 1)}").ravel().tolist()
        for text in set(written).difference(self._known):
            self._known[text] = self._number_of(text.decode())
        numbers = np.fromiter(map(self._known.__getitem__, written), np.int64, len(written))
        return np.repeat(numbers, len(lengths)) if len(numbers) == 1 else numbers
