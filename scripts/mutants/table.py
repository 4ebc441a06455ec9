"""The table of planted faults: `faults/*.toml`, each with the text it replaces."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAULTS = Path(__file__).parent / "faults"
SIDES = {"backend": "server", "frontend": "client"}


class TableError(Exception):
    """A fault is not well-formed; the message names it."""


@dataclass(frozen=True)
class Fault:
    """One small mistake: in `file` the only occurrence of `old` becomes `new`."""

    rule: str
    file: Path
    old: str
    new: str
    what: str

    @property
    def side(self) -> str:
        """Which side of the wire the mistake is made on."""
        return SIDES[self.file.parts[0]]

    def apply(self, text: str) -> str:
        """Return the file's text with the mistake in it.

        Raises:
            TableError: the old text does not occur exactly once.
        """
        count = text.count(self.old)
        if count != 1:
            raise TableError(f"{self}: expected its old text once in {self.file}, got {count}")
        return text.replace(self.old, self.new)

    def __str__(self) -> str:
        return f"{self.rule} {self.side}: {self.what}"


def read_faults(folder: Path = FAULTS) -> list[Fault]:
    """Return the faults of all tables in `folder`.

    Raises:
        TableError: a fault lacks a field, has one too many or changes nothing.
    """
    return [fault for path in sorted(folder.glob("*.toml")) for fault in _faults_of(path)]


def _faults_of(path: Path) -> Iterator[Fault]:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    for file, rows in document.items():
        for row in rows:
            yield _fault(file, row)


def _fault(file: str, row: dict[str, Any]) -> Fault:
    if sorted(row) != ["new", "old", "rule", "what"]:
        raise TableError(f"{file}: expected rule, what, old and new, got {', '.join(row)}")
    if row["old"] == row["new"]:
        raise TableError(f"{row['rule']} {row['what']}: the fault changes nothing")
    return Fault(file=Path(file), **row)
