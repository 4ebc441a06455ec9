"""The thread of the engine room: waits for the lock, opens the ledger, then turn after turn."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from trading_api.modules.broker.ledger.checking.ahead import VerifiedAhead
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.lock import LedgerLock
from trading_api.modules.broker.ledger.store.ledger_file import LedgerFile
from trading_api.modules.broker.ledger.store.migrations import NewerLedger
from trading_api.modules.broker.ledger.store.readers import AccountState
from trading_api.shared.clock import Clock
from trading_api.shared.distribution import Distribution
from trading_api.shared.tracing import Span

from .collector import search_rarely
from .interface import RoomParts
from .requests import Request
from .room_state import TRADING, RoomState
from .writer import Outcome, Writer

logger = logging.getLogger(__name__)

LOCK_PATIENCE_S = 15.0
LOCK_LOOK_S = 0.1
# How often timers are looked at: the feed's time may run faster than the wall clock.
TIMER_LOOK_S = 0.05
RETRY_S = 0.25
# Commits that the loop has not heard of yet; then the writer waits for it.
MAX_UNHEARD = 64


class Courier(Protocol):
    """Takes what the thread has to say; never blocks."""

    def state(self, state: RoomState) -> None: ...

    def opened(self, states: list[AccountState]) -> None: ...

    def outcome(self, outcome: Outcome, delivered: Callable[[], None]) -> None:
        """Hand an outcome on; `delivered` is called when it was heard."""
        ...


class RoomThread:
    """Everything of it but `ask`, `wake`, `finish` and `suspended` happens in its own thread."""

    def __init__(self, path: Path, parts: RoomParts, clock: Clock, courier: Courier) -> None:
        self._file = LedgerFile(path)
        self._lock = LedgerLock(path)
        self._ahead = VerifiedAhead(path, clock)
        self._writer = Writer(self._file, parts, clock)
        self._clock = clock
        self._courier = courier
        self._asked: deque[Request] = deque()
        self._woken = threading.Event()
        self._finishing = threading.Event()
        self._unheard = threading.Semaphore(MAX_UNHEARD)
        self._caught_up = False
        self._failed = False
        self._tracer = parts.tracer
        # Begun where the start of the server is known.
        self._opening = self._tracer.begin("open ledger", {"trading_pro.ledger": path.name})
        self._thread = threading.Thread(target=self._run, name="engine-room", daemon=True)

    @property
    def suspended(self) -> dict[str, str]:
        """Accounts that take nothing until the next start, and why."""
        return self._writer.accounts.suspended

    @property
    def commits(self) -> tuple[Distribution, int]:
        """How long commits took, in seconds, and how many failed; from any thread."""
        return self._writer.commit_seconds, self._writer.commit_failures

    def start(self) -> None:
        self._thread.start()

    def ask(self, request: Request) -> None:
        """Queue a request; from any thread."""
        self._asked.append(request)
        # Whoever takes the turn clears it first, and looks for requests then.
        if not self._woken.is_set():
            self._woken.set()

    def wake(self) -> None:
        """Take a turn soon; from any thread."""
        self._woken.set()

    def finish(self) -> None:
        """End after the turn in work; blocks until the thread has ended."""
        self._finishing.set()
        self._woken.set()
        self._unheard.release()
        self._thread.join()

    def _run(self) -> None:
        search_rarely()
        try:
            with self._opening as span:
                is_open = self._acquire(span) and self._has_opened(span)
            if is_open:
                self._work()
        except Exception as error:
            logger.exception("engine_room_failed ledger=%s", self._file.path.name)
            reason = f"the engine room failed: {type(error).__name__}; the server logged it"
            self._courier.state(RoomState("corrupt", reason))
        finally:
            self._file.close()
            self._lock.release()

    def _acquire(self, span: Span) -> bool:
        """Wait for the lock; a server that is just ending may still hold it."""
        since = self._clock.monotonic_s()
        while not self._lock.try_acquire():
            if self._clock.monotonic_s() - since >= LOCK_PATIENCE_S:
                reason = (
                    f"expected to be the only server of {self._file.path}, but {self._lock.holder}"
                    " trades with it: stop that one and start this one again, or name another"
                    " data directory"
                )
                self._give_up(span, RoomState("locked", reason))
                return False
            if self._finishing.wait(LOCK_LOOK_S):
                return False
            self._ahead.look()
        return True

    def _has_opened(self, span: Span) -> bool:
        """Open and verify the ledger; False where it is of no use, which is said."""
        try:
            self._open()
        except NewerLedger as newer:
            self._give_up(span, RoomState("corrupt", str(newer)))
        except LedgerCorrupt as corrupt:
            self._give_up(span, RoomState("corrupt", str(corrupt)), *corrupt.account_and_step)
        except (SQLAlchemyError, ValueError, LookupError) as refused:
            found = f"{type(refused).__name__}: {refused}"
            reason = str(LedgerCorrupt(str(self._file.path), found))
            self._give_up(span, RoomState("corrupt", reason))
        else:
            return True
        return False

    def _give_up(
        self, span: Span, state: RoomState, account: str | None = None, step: int | None = None
    ) -> None:
        """Say that nothing trades, and why."""
        span.fail(state.condition)
        logger.error(
            "ledger_unusable condition=%s account=%s step=%s reason=%s",
            state.condition, account, step, state.reason,
        )  # fmt: skip
        self._courier.state(state)

    def _work(self) -> None:
        while not self._finishing.is_set():
            self._take_turn()

    def _open(self) -> None:
        self._file.open()
        self._verify()
        with self._tracer.begin("load accounts", {}) as span:
            states = self._writer.open()
            span.note({"trading_pro.accounts": len(states)})
        self._courier.opened(states)

    def _verify(self) -> None:
        with self._tracer.begin("verify ledger", {}) as span:
            with self._file.connection.begin():
                verified = self._ahead.verify_rest(self._file.connection)
            span.note({"trading_pro.steps": sum(one.steps for one in verified)})
        for one in verified:
            if one.steps or one.account_id in self._ahead.marks:
                self._file.set_verified(one.account_id, one.mark.text)

    def _take_turn(self) -> None:
        while self._asked:
            self._writer.ask(self._asked.popleft())
        outcome = self._writer.turn()
        if outcome.failure is not None:
            self._tell_failure(outcome.failure)
        if outcome.committed or outcome.answers:
            self._unheard.acquire()
            self._courier.outcome(outcome, self._unheard.release)
        if outcome.failure is None:
            self._tell_success(outcome)
        else:
            # The disk may have room again in a moment; the feed is read again from the record.
            self._finishing.wait(RETRY_S)
        if not outcome.more and not self._asked:
            self._rest()

    def _tell_failure(self, failure: Exception) -> None:
        """Said before anybody hears of what was refused."""
        if not self._failed:
            self._failed = True
            reason = f"nothing can be written or read on: {failure}"
            self._courier.state(RoomState("unavailable", reason))

    def _tell_success(self, outcome: Outcome) -> None:
        """Said after what was committed was heard; a start counts once the feed is read up."""
        if (self._failed or not self._caught_up) and not outcome.more:
            self._failed, self._caught_up = False, True
            self._courier.state(TRADING)

    def _rest(self) -> None:
        """Wait to be woken, with an eye on the timers."""
        has_timer = self._writer.accounts.next_timer is not None
        self._woken.wait(TIMER_LOOK_S if has_timer or self._writer.reader.is_reading else None)
        self._woken.clear()
