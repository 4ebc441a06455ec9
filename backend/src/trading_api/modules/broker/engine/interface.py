"""What the ledger's writer needs of an account's engine."""

from collections.abc import Sequence
from typing import Any, Protocol

from .inputs import Bar, Command, Cursor, Tick
from .steps import Reply, Step


class AccountMachine(Protocol):
    """One account as a pure state machine: the same inputs give the same steps.

    Called by one thread at a time. Every method that makes steps leaves the account as after
    them; a refused command leaves it untouched. The caller offers each account the ticks of the
    `symbols` it watches in the order of their cursors, and its timers before inputs stamped later.
    """

    @property
    def symbols(self) -> frozenset[str]:
        """Symbols whose ticks it must see: those of open orders and positions."""
        ...

    @property
    def next_timer(self) -> int | None:
        """When `fire` has something to do next, Unix ms; None without any timer."""
        ...

    def command(self, command: Command, ts: int) -> tuple[Sequence[Step], Reply]:
        """Apply a command stamped `ts` (the account's time never goes back).

        Raises:
            Refusal: it was refused before acceptance; no step, nothing changed.
        """
        ...

    def tick(self, tick: Tick) -> Sequence[Step]:
        """Offer a tick; one at or before the account's cursor of its symbol is ignored."""
        ...

    def bar(self, bar: Bar) -> Sequence[Step]:
        """Offer a closed bar of a market of which nothing finer is known."""
        ...

    def fire(self, until: int) -> Sequence[Step]:
        """Fire every timer due at or before `until`, in order."""
        ...

    def observe(self, tick: Tick) -> None:
        """Take a tick in without executing anything: re-reading what was offered before a crash."""
        ...

    def dump(self) -> dict[str, Any]:
        """Return the whole durable state in JSON's types; `load` of it continues byte-equal.

        Together with the ticks observed since `cursors` it determines everything that follows.
        """
        ...

    def remainder(self) -> dict[str, Any]:
        """Return `dump` less its members `orders` and `positions`, which the steps' records tell.

        Costs the same however many orders are open. Later changes of the account do not show in
        what was returned. `load` takes the records in the order in which they first appeared.
        """
        ...

    @property
    def cursors(self) -> dict[str, Cursor]:
        """For each watched symbol, where to re-read the feed from after `load`."""
        ...
