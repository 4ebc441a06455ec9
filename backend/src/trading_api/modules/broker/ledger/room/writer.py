"""Turns inputs into commits: ticks, due timers and requests, in the order of the rules."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from sqlalchemy.exc import SQLAlchemyError

from trading_api.models.broker import OrderType
from trading_api.modules.broker.engine.inputs import (
    ClosePosition,
    Command,
    Modify,
    ReversePosition,
    Submit,
)
from trading_api.modules.broker.engine.steps import Reply, Step
from trading_api.modules.broker.ledger.store.ledger_file import LedgerFile
from trading_api.modules.broker.ledger.store.readers import AccountState
from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.distribution import COARSE_S, Distribution
from trading_api.shared.errors import Refusal, TradingApiError

from .accounts import Accounts
from .batch import Batch
from .collector import paused_collector
from .feed_reader import FeedReader
from .interface import MAX_BATCH, Answer, Committed, RoomParts
from .open_account import OpenAccount, symbol_of
from .requests import CommandRequest, MarkRequest, OpenRequest, Request, repeated

logger = logging.getLogger(__name__)

EXECUTING = (Submit, Modify, ClosePosition, ReversePosition)
"""Commands that a market which has ended can no longer execute."""
Answered = tuple[Request, Answer]


class TurnTimes(NamedTuple):
    """When a turn began, had applied its inputs and had committed them, in monotonic seconds."""

    began_s: float
    applied_s: float
    committed_s: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn came to; `failure` says why nothing could be written."""

    committed: Sequence[Committed]
    answers: Sequence[Answered]
    more: bool
    """Whether the next turn has something to do at once."""
    failure: Exception | None = None
    times: TurnTimes | None = None
    """None of a turn that failed."""


class Writer:
    """Applies and commits; one thread calls everything here."""

    def __init__(self, file: LedgerFile, parts: RoomParts, clock: Clock | None = None) -> None:
        self.commit_seconds = Distribution(COARSE_S)
        self.commit_failures = 0
        self._clock = clock or SystemClock()
        self.accounts = Accounts(file, parts)
        self.reader = FeedReader(parts.feed)
        self._file = file
        self._parts = parts
        self._waiting: deque[Request] = deque()

    def open(self) -> list[AccountState]:
        """Load every account; the first turns read the feed from where they stopped.

        Raises:
            ValueError, LookupError: the record of an account does not make one.
            SQLAlchemyError: the file cannot be read.
        """
        states = self.accounts.open()
        self.reader.resume(states)
        self.reader.rewind(self.accounts.places())
        return states

    def ask(self, request: Request) -> None:
        """Queue a request for the next turn."""
        self._waiting.append(request)

    def refuse_waiting(self, error: Exception) -> list[Answered]:
        """Empty the queue, with one answer for all."""
        refused = [(request, error) for request in self._waiting]
        self._waiting.clear()
        return list(refused)

    def turn(self) -> Outcome:
        """Apply what there is, at most `MAX_BATCH` inputs, and commit it."""
        try:
            self.reader.rewind(self.accounts.load_again())
        except SQLAlchemyError as failure:
            refused = self.refuse_waiting(_unavailable(failure))
            return Outcome((), refused, more=True, failure=failure)
        with paused_collector():
            return self._take_batch()

    def _take_batch(self) -> Outcome:
        batch = Batch(self._parts.encode)
        began_s = self._clock.monotonic_s()
        try:
            until = self._apply(batch)
        except Exception as failure:
            # A fault of the feed or of ours: what was applied is forgotten, nobody hangs.
            logger.exception("turn_failed")
            return self._forget(batch, self.accounts.ids, failure)
        return self._commit(batch, until, began_s)

    def _apply(self, batch: Batch) -> int:
        """Apply inputs; return up to when the feed was read."""
        until = self.reader.look(pressed=bool(self._waiting))
        self._record_gaps(batch, until)
        if self._read(batch, until):
            self._serve(batch, until)
            self.reader.release()
        return until

    def _record_gaps(self, batch: Batch, now: int) -> None:
        for account in self.accounts.take_gaps():
            self._run(batch, account, partial(account.fire, now))
            gap = account.missed(now, self._parts.feed.name)
            self._run(batch, account, partial(_steps_of, account, gap, now))

    def _read(self, batch: Batch, until: int) -> bool:
        """Offer ticks; True when all up to `until` were, and all that was due has been fired."""

        def apply(account: OpenAccount, run: Callable[[], Sequence[Step]]) -> None:
            self._run(batch, account, run)

        living = self.accounts.living()
        room = MAX_BATCH - batch.inputs
        count = self.reader.read(living, until, room, apply)
        batch.inputs += count
        if count == room:
            return False
        for account in living:
            self._run(batch, account, partial(account.fire, until))
        return True

    def _run(self, batch: Batch, account: OpenAccount, run: Callable[[], Sequence[Step]]) -> None:
        """Apply an input that nobody asked for; an account that fails on it is suspended."""
        account_id = account.opening.id
        if account_id in batch.faulted:
            return
        try:
            batch.add(account, run())
        except Exception as error:
            step = account.head.step
            logger.exception("account_failed account=%s step=%s", account_id, step)
            self._waiting.extendleft(reversed(batch.fault(account_id, error)))
            self.accounts.suspend(account_id, f"{type(error).__name__}: {error}")

    def _serve(self, batch: Batch, now: int) -> None:
        later: list[Request] = []
        while self._waiting and batch.inputs < MAX_BATCH:
            request = self._waiting.popleft()
            if isinstance(request, CommandRequest) and request.account_id in batch.faulted:
                later.append(request)
                continue
            batch.inputs += 1
            try:
                self._answer(batch, request, now)
            except TradingApiError as refused:
                batch.answers[request] = refused
            except Exception as error:
                self._report(request)
                later += self._fault(batch, request, error)
        self._waiting.extendleft(reversed(later))

    def _report(self, request: Request) -> None:
        account_id = _account_of(request)
        step = self.accounts.step_of(account_id)
        logger.exception("command_failed account=%s step=%s request=%r", account_id, step, request)

    def _fault(self, batch: Batch, request: Request, error: Exception) -> list[Request]:
        """Answer the request that broke the account; its neighbours are applied again."""
        again: list[Request] = []
        if not isinstance(request, MarkRequest):
            account_id = _account_of(request)
            again = [one for one in batch.fault(account_id, error) if one is not request]
            self.accounts.reload_later(account_id)
        message = f"the command could not be applied: {type(error).__name__}; the server logged it"
        batch.answers[request] = TradingApiError("internal_error", message)
        return again

    def _answer(self, batch: Batch, request: Request, now: int) -> None:
        if isinstance(request, CommandRequest):
            self._command(batch, request, now)
        elif isinstance(request, OpenRequest):
            account, step, new = self.accounts.new(request.opening, now)
            batch.add(account, [step], new)
            batch.answers[request] = Reply(step.number)
        else:
            batch.marks.append(request)

    def _command(self, batch: Batch, request: CommandRequest, now: int) -> None:
        account = self.accounts.get(request.account_id)
        if request.key is not None:
            stored = batch.reply_to(request.account_id, request.key)
            stored = stored or self._file.find_reply(request.account_id, request.key)
            if stored is not None:
                batch.answers[request] = repeated(request, stored)
                return
        batch.add(account, account.fire(account.stamp(now)))
        if isinstance(request.command, EXECUTING):
            self.reader.refuse_at_its_end()
        symbol = symbol_of(request.command)
        if symbol is not None:
            if _takes_any_price(request.command):
                self.reader.refuse_stale(symbol)
            account.refuse_before_its_time(now)
            self.reader.show_newest(account, symbol, now)
        steps, reply = account.apply(request.command, now)
        batch.add(account, steps)
        batch.keep_reply(account, request, reply, steps)

    def _commit(self, batch: Batch, now: int, began_s: float) -> Outcome:
        applied_s = committed_s = self._clock.monotonic_s()
        more = batch.inputs >= MAX_BATCH or bool(self._waiting) or bool(batch.faulted)
        try:
            commits = batch.commits(self._parts.feed.name)
            if commits:
                applied_s = self._clock.monotonic_s()
                self._file.commit(commits)
                committed_s = self._clock.monotonic_s()
                self.commit_seconds.observe(committed_s - applied_s)
        except Exception as failure:
            self.commit_failures += 1
            for account_id, step in batch.heads():
                logger.exception("commit_failed account=%s step=%s", account_id, step)
            return self._forget(batch, batch.account_ids, failure)
        committed = batch.settle()
        self._set_marks(batch)
        self._follow(now)
        times = TurnTimes(began_s, applied_s, committed_s)
        return Outcome(committed, list(batch.answers.items()), more, times=times)

    def _forget(self, batch: Batch, account_ids: Sequence[str], failure: Exception) -> Outcome:
        """Refuse the batch, and load again what it changed."""
        self.accounts.give_up(account_ids)
        refused = [(request, _unavailable(failure)) for request in (*batch.answers, *batch.marks)]
        return Outcome((), refused, more=True, failure=failure)

    def _set_marks(self, batch: Batch) -> None:
        for request in batch.marks:
            try:
                self._file.set_verified(request.account_id, request.mark)
                batch.answers[request] = Reply(0)
            except SQLAlchemyError as failure:
                # A start verifies from the mark before; nothing else hangs on it.
                batch.answers[request] = _unavailable(failure)

    def _follow(self, now: int) -> None:
        """Read what the accounts watch; what is committed stays so whatever the feed says."""
        try:
            self.reader.follow(self.accounts.living(), now)
        except Exception:
            logger.exception("feed_failed")
            self.accounts.give_up(self.accounts.ids)


def _takes_any_price(command: Command) -> bool:
    """Whether a command executes at once, wherever the market is."""
    if isinstance(command, Submit):
        return command.order.type == OrderType.MARKET
    return isinstance(command, ClosePosition | ReversePosition)


def _steps_of(account: OpenAccount, command: Command, now: int) -> Sequence[Step]:
    return account.apply(command, now)[0]


def _account_of(request: Request) -> str:
    return request.opening.id if isinstance(request, OpenRequest) else request.account_id


def _unavailable(failure: Exception) -> Refusal:
    return Refusal(
        "LEDGER_UNAVAILABLE",
        f"expected the record to be written, got {type(failure).__name__};"
        " nothing of the request was done, try again",
    )
