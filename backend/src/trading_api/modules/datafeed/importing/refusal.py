"""Why a file is refused: the message of one reason, or the corrupt rows with their lines."""

from dataclasses import dataclass, field
from pathlib import Path

# A message must fit on a screen; the count tells the rest.
LISTED_ROWS = 20


class ImportRefused(Exception):
    """The file cannot be taken, and nothing of it was.

    The message says what was expected, what came and what to do. `rows` holds the first corrupt
    rows in the order of the file, `row_count` counts them all; both empty for other reasons.
    """

    def __init__(
        self, message: str, rows: "tuple[CorruptRow, ...]" = (), row_count: int = 0
    ) -> None:
        super().__init__(message)
        self.message = message
        self.rows = rows
        self.row_count = row_count


@dataclass(frozen=True, order=True)
class CorruptRow:
    """One row that cannot be right; `line` is its line in the file, the header being 1.

    A file that has no lines counts rows, from 1; `row_word` says which.
    """

    line: int
    reason: str
    row_word: str = "line"

    def __str__(self) -> str:
        return f"{self.row_word} {self.line}: {self.reason}"


@dataclass
class CorruptRows:
    """Collects corrupt rows; keeps the first ones and counts all."""

    path: Path
    row_word: str = "line"
    count: int = 0
    _first: list[CorruptRow] = field(default_factory=list)

    def add(self, line: int, reason: str) -> None:
        self.count += 1
        self._first.append(CorruptRow(line, reason, self.row_word))
        if len(self._first) > 10 * LISTED_ROWS:
            self._first = sorted(self._first)[:LISTED_ROWS]

    def refuse_any(self) -> None:
        """Do nothing without corrupt rows.

        Raises:
            ImportRefused: there are some.
        """
        if not self.count:
            return
        rows = tuple(sorted(self._first)[:LISTED_ROWS])
        listed = [f"  {row}" for row in rows]
        if self.count > len(rows):
            listed.append(f"  and {self.count - len(rows)} more")
        noun = "row" if self.count == 1 else "rows"
        raise ImportRefused(
            f"{self.path.name}: {self.count} corrupt {noun}, nothing was taken:\n"
            + "\n".join(listed)
            + f"\nCorrect or remove these {self.row_word}s and try again.",
            rows,
            self.count,
        )
