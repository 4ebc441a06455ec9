"""The accounts of the ledger in this process: loaded, loaded again, suspended."""

import logging
from collections.abc import Iterable, Mapping, Sequence

from trading_api.modules.broker.engine.inputs import Cursor
from trading_api.modules.broker.engine.steps import Step
from trading_api.modules.broker.ledger.store.account_rows import Head
from trading_api.modules.broker.ledger.store.ledger_file import (
    AccountOpening,
    LedgerFile,
    NewAccount,
)
from trading_api.modules.broker.ledger.store.machine_parts import MachineParts
from trading_api.modules.broker.ledger.store.readers import AccountState, account_ids
from trading_api.shared.errors import Refusal

from .interface import RoomParts
from .loading import load, places
from .open_account import OpenAccount

logger = logging.getLogger(__name__)


class Accounts:
    """Accounts by id; a suspended one takes nothing until the server starts anew."""

    def __init__(self, file: LedgerFile, parts: RoomParts) -> None:
        self.suspended: dict[str, str] = {}
        """Why an account is suspended."""
        self._file = file
        self._parts = parts
        self._accounts: dict[str, OpenAccount] = {}
        self._to_load: dict[str, None] = {}
        self._gaps: dict[str, None] = {}

    def open(self) -> list[AccountState]:
        """Load all of them.

        Raises:
            ValueError, LookupError: the record of an account does not make one.
            SQLAlchemyError: the file cannot be read.
        """
        ids = account_ids(self._file.connection)
        self._file.connection.rollback()
        return [self._load(account_id) for account_id in ids]

    def places(self) -> Mapping[str, Cursor]:
        """Return from where the feed must be read for those that can read on."""
        return places(self._reading_on(self._accounts))

    def load_again(self) -> Mapping[str, Cursor]:
        """Load what was given up; return from where its symbols must be read again.

        Raises:
            SQLAlchemyError: the file cannot be read; the next turn tries again.
        """
        loaded = []
        for account_id in list(self._to_load):
            try:
                self._load(account_id)
                loaded.append(account_id)
            except (ValueError, LookupError) as error:
                self.suspend(account_id, f"its record does not make an account: {error}")
            del self._to_load[account_id]
        return places(self._reading_on(loaded))

    def take_gaps(self) -> list[OpenAccount]:
        """Return the accounts whose feed could not be read on, once."""
        found = [self._accounts[account_id] for account_id in self._gaps]
        self._gaps.clear()
        return found

    def living(self) -> list[OpenAccount]:
        """Return the accounts that take inputs."""
        lost = self._to_load.keys() | self.suspended.keys()
        return [one for account_id, one in self._accounts.items() if account_id not in lost]

    @property
    def ids(self) -> list[str]:
        """Every account, suspended or not."""
        return list(self._accounts)

    @property
    def next_timer(self) -> int | None:
        """When the next timer of any account is due, in the feed's time."""
        due = (account.machine.next_timer for account in self.living())
        return min((time for time in due if time is not None), default=None)

    def get(self, account_id: str) -> OpenAccount:
        """Return an account that takes commands.

        Raises:
            Refusal: there is none, or it is suspended.
        """
        if account_id in self.suspended:
            raise Refusal("ACCOUNT_SUSPENDED", suspension(account_id, self.suspended[account_id]))
        account = self._accounts.get(account_id)
        if account is None:
            raise Refusal("forbidden", f"expected an account of yours, got {account_id!r}")
        return account

    def new(self, opening: AccountOpening, now: int) -> tuple[OpenAccount, Step, NewAccount]:
        """Make an account; `give_up` unmakes it when it could not be written.

        Raises:
            Refusal: there is one of this id.
        """
        if opening.id in self._accounts:
            raise Refusal("ACCOUNT_EXISTS", f"expected a new id, got {opening.id!r}")
        machine, step = self._parts.factory.open(opening, now)
        account = OpenAccount(opening, machine, Head(), MachineParts())
        self._accounts[opening.id] = account
        return account, step, NewAccount(opening, self._parts.new_epoch(), step.ts)

    def step_of(self, account_id: str) -> int | None:
        """Return the last step in an account's record; None where no account was made of it."""
        account = self._accounts.get(account_id)
        return None if account is None else account.head.step

    def suspend(self, account_id: str, reason: str) -> None:
        """Take no more inputs of an account, and say why."""
        step = self.step_of(account_id)
        logger.error("account_suspended account=%s step=%s reason=%s", account_id, step, reason)
        self.suspended[account_id] = reason

    def reload_later(self, account_id: str) -> None:
        """Load an account anew before the next turn: what is in memory is not in the record."""
        account = self._accounts.get(account_id)
        if account is None or account.head.step == 0:
            self._accounts.pop(account_id, None)
        elif account_id not in self.suspended:
            self._to_load[account_id] = None

    def give_up(self, account_ids: Iterable[str]) -> None:
        """Forget what a failed commit was to write."""
        for account_id in account_ids:
            self.reload_later(account_id)

    def _load(self, account_id: str) -> AccountState:
        account, state = load(self._file.connection, account_id, self._parts.factory)
        self._accounts[account_id] = account
        feed = self._parts.feed
        if account.machine.symbols and not (feed.rewindable and state.feed == feed.name):
            self._gaps[account_id] = None
        return state

    def _reading_on(self, account_ids: Iterable[str]) -> Sequence[OpenAccount]:
        return [
            self._accounts[account_id] for account_id in account_ids if account_id not in self._gaps
        ]


def suspension(account_id: str, reason: str) -> str:
    """Say why an account takes nothing, and what to do."""
    return (
        f"{account_id} is suspended until the next start, for it failed on an input ({reason}):"
        " the server's log has all of it; start the server again to try once more"
    )
