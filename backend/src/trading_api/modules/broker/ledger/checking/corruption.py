"""How the ledger says that its record is damaged."""

from typing import Any


class LedgerCorrupt(Exception):
    """The record contradicts itself; the message names the place and the way out."""

    def __init__(self, place: str, found: str) -> None:
        super().__init__(
            f"the ledger is damaged at {place}: {found}."
            " Nobody trades on it: bring back the newest backup with `trading-pro restore FILE`,"
            " which keeps what is there"
        )
        self.place = place
        self.found = found


def expect(place: str, what: str, expected: Any, came: Any) -> None:
    """Compare.

    Raises:
        LedgerCorrupt: they differ.
    """
    if expected != came:
        raise LedgerCorrupt(place, f"{what}: expected {_short(expected)}, got {_short(came)}")


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
