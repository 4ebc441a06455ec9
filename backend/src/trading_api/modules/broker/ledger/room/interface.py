"""What the engine room is given, and what it gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from trading_api.modules.broker.engine.interface import AccountMachine
from trading_api.modules.broker.engine.steps import Reply, Step
from trading_api.modules.broker.ledger.store.account_rows import Encode, StreamUpdate
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening, NewAccount
from trading_api.modules.broker.ledger.store.readers import AccountState
from trading_api.shared.price_feed import PriceFeed
from trading_api.shared.tracing import NO_TRACING, Tracer

MAX_BATCH = 256


class MachineFactory(Protocol):
    """Makes the machines of accounts; called by the room's thread."""

    def open(self, opening: AccountOpening, ts: int) -> tuple[AccountMachine, Step]:
        """Return a new account and its first step.

        Raises:
            Refusal: there cannot be such an account.
        """
        ...

    def load(self, opening: AccountOpening, dump: dict[str, Any]) -> AccountMachine:
        """Return the account of a dump, that `AccountMachine.dump` returned.

        Raises:
            ValueError: the dump is not of this account.
        """
        ...


@dataclass(frozen=True, slots=True)
class Committed:
    """What one transaction did to one account; every part of it is durable."""

    account_id: str
    steps: tuple[Step, ...]
    updates: tuple[StreamUpdate, ...]
    new: NewAccount | None = None


class CommitListener(Protocol):
    """Hears in the loop, in the order of the ledger, before anybody gets an answer."""

    def opened(self, states: Sequence[AccountState]) -> None:
        """Take the accounts as the ledger had them when it was opened; called once."""
        ...

    def committed(self, committed: Sequence[Committed]) -> None:
        """Take what a transaction did: update what is read, then publish."""
        ...


@dataclass(frozen=True, slots=True)
class RoomParts:
    """What the room works with; `new_epoch` returns a name that was never used before."""

    factory: MachineFactory
    feed: PriceFeed
    encode: Encode
    new_epoch: Callable[[], str]
    tracer: Tracer = NO_TRACING


Answer = Reply | Exception
