"""One batch: what its inputs did to the accounts, until it is committed or given up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trading_api.modules.broker.engine.inputs import Submit
from trading_api.modules.broker.engine.steps import Reply, Step
from trading_api.modules.broker.ledger.store.account_rows import AccountRows, Encode, reply_row
from trading_api.modules.broker.ledger.store.ledger_file import (
    AccountCommit,
    NewAccount,
    StoredReply,
)

from .interface import Answer, Committed
from .open_account import OpenAccount
from .requests import CommandRequest, MarkRequest, Request


@dataclass(slots=True)
class _Work:
    """What the batch holds of one account."""

    account: OpenAccount
    rows: AccountRows
    new: NewAccount | None = None


class Batch:
    """Collects steps and answers; nothing of it shows anywhere before the commit."""

    def __init__(self, encode: Encode) -> None:
        self.inputs = 0
        self.answers: dict[Request, Answer] = {}
        self.marks: list[MarkRequest] = []
        self.faulted: dict[str, Exception] = {}
        """Accounts whose machine raised: nothing of theirs is in the batch any more."""
        self._encode = encode
        self._work: dict[str, _Work] = {}
        self._replies: dict[tuple[str, str], StoredReply] = {}

    def add(
        self, account: OpenAccount, steps: Sequence[Step], new: NewAccount | None = None
    ) -> None:
        """Take the steps of one input; what raises here is a fault of the account."""
        if steps:
            rows = self._rows(account, new)
            for step in steps:
                rows.add(step, self._encode(step))

    def keep_reply(
        self, account: OpenAccount, request: CommandRequest, reply: Reply, steps: Sequence[Step]
    ) -> None:
        """Answer a command that made `steps`, and remember the answer under its key."""
        self.answers[request] = reply
        if request.key is not None:
            rows = self._rows(account)
            # An order's steps carry what defines it, encoded already; other causes may hold more.
            of_order = bool(steps) and isinstance(request.command, Submit)
            definition = rows.cause_of(steps[-1]) if of_order else request.definition
            rows.reply_rows.append(reply_row(account.opening.id, request.key, definition, reply))
            self._replies[account.opening.id, request.key] = StoredReply(definition, reply)

    def reply_to(self, account_id: str, key: str) -> StoredReply | None:
        """Return what this batch answered to a key."""
        return self._replies.get((account_id, key))

    def fault(self, account_id: str, error: Exception) -> list[Request]:
        """Take an account out; return those of its requests that are to be applied again."""
        self.faulted[account_id] = error
        self._work.pop(account_id, None)
        for of_account, key in list(self._replies):
            if of_account == account_id:
                del self._replies[of_account, key]
        again = [
            request
            for request, answer in self.answers.items()
            if isinstance(request, CommandRequest) and request.account_id == account_id
        ]
        for request in again:
            del self.answers[request]
        return list(again)

    def commits(self, feed: str) -> list[AccountCommit]:
        """Return what must be written; empty when nothing happened."""
        found = []
        for work in self._work.values():
            parts = None
            if work.rows.steps:
                parts = work.account.parts.change_to(work.account.machine.remainder())
            found.append(AccountCommit(work.rows, parts, feed, work.new))
        return found

    def settle(self) -> list[Committed]:
        """Move the accounts to where the commit has put them; return what it did, in order."""
        for work in self._work.values():
            work.account.head = work.rows.head
        return list(self._committed())

    def heads(self) -> list[tuple[str, int]]:
        """Return the accounts that the batch changes, and the last step that each has so far."""
        return [(each, work.account.head.step) for each, work in self._work.items()]

    @property
    def account_ids(self) -> list[str]:
        """Accounts that the batch changes."""
        return list(self._work)

    def _committed(self) -> Iterator[Committed]:
        for account_id, work in self._work.items():
            if work.rows.steps:
                steps, updates = tuple(work.rows.steps), tuple(work.rows.updates)
                yield Committed(account_id, steps, updates, work.new)

    def _rows(self, account: OpenAccount, new: NewAccount | None = None) -> AccountRows:
        work = self._work.get(account.opening.id)
        if work is None:
            rows = AccountRows(account.opening.id, account.head)
            work = self._work[account.opening.id] = _Work(account, rows, new)
        return work.rows
