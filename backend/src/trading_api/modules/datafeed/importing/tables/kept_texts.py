"""Keeps text that is costly to make for the next reading, in a file that nobody else sees."""

import tempfile
import weakref
from collections.abc import Callable, Iterator
from typing import IO

CountedText = tuple[int, bytes]
"""A number of rows, and their text."""

# About ten million bars; what is larger is made twice.
_MOST_BYTES = 2**30


def _unnamed_file() -> IO[bytes]:
    return tempfile.TemporaryFile(buffering=0)


class KeptTexts:
    """Makes the texts of a query once, if all of them were read and there is room for them.

    The file has no name: it ends with its process, however that ends.
    """

    def __init__(
        self, most_bytes: int = _MOST_BYTES, open_file: Callable[[], IO[bytes]] = _unnamed_file
    ) -> None:
        self._most_bytes = most_bytes
        self._open_file = open_file
        self._file: IO[bytes] | None = None
        self._query: str | None = None
        self._sizes: list[tuple[int, int]] = []

    def texts(self, query: str, make: Callable[[], Iterator[CountedText]]) -> Iterator[CountedText]:
        """Yield what is kept of this query, else what `make` yields."""
        if query == self._query and self._file is not None:
            self._file.seek(0)
            for rows, size in self._sizes:
                yield rows, self._file.read(size)
            return
        self._forget()
        keeps = self._open()
        for rows, text in make():
            keeps = keeps and self._keep(rows, text)
            yield rows, text
        self._query = query if keeps else None

    def _open(self) -> bool:
        try:
            file = self._open_file()
        except OSError:
            return False
        weakref.finalize(self, file.close)
        self._file = file
        return True

    def _keep(self, rows: int, text: bytes) -> bool:
        """Return whether there was room; without it nothing stays."""
        kept = sum(size for _, size in self._sizes)
        if self._file is None or kept + len(text) > self._most_bytes:
            self._forget()
            return False
        try:
            whole = self._file.write(text) == len(text)
        except OSError:
            whole = False
        if not whole:
            self._forget()
            return False
        self._sizes.append((rows, len(text)))
        return True

    def _forget(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file, self._query, self._sizes = None, None, []
