"""How the ledger says that its record is damaged."""

from typing import Any, NamedTuple


class Place(NamedTuple):
    """Where a record contradicts itself: an account, the step where one is known, what of it."""

    account_id: str
    step: int | None = None
    part: str = ""

    def __str__(self) -> str:
        step = "" if self.step is None else f", step {self.step}"
        return f"account {self.account_id}{step}{self.part and f', {self.part}'}"


class LedgerCorrupt(Exception):
    """The record contradicts itself; the message names the place and the way out."""

    def __init__(self, place: Place | str, found: str) -> None:
        super().__init__(
            f"the ledger is damaged at {place}: {found}."
            " Nobody trades on it: bring back the newest backup with `trading-pro restore FILE`,"
            " which keeps what is there"
        )
        self.place = place
        self.found = found

    @property
    def account_and_step(self) -> tuple[str | None, int | None]:
        """Return whose record it is and where in it, as far as that is known."""
        return self.place[:2] if isinstance(self.place, Place) else (None, None)


def expect(place: Place, what: str, expected: Any, came: Any) -> None:
    """Compare.

    Raises:
        LedgerCorrupt: they differ.
    """
    if expected != came:
        raise LedgerCorrupt(place, f"{what}: expected {_short(expected)}, got {_short(came)}")


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
