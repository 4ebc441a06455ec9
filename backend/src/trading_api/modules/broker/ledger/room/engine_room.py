"""The engine room as the loop sees it: a thread that is asked, and answers once it is durable."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from trading_api.modules.broker.engine.inputs import Command
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.checking.verification import Verified, verify_ledger
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.ledger.store.readers import AccountState, LedgerReaders
from trading_api.shared.clock import Clock
from trading_api.shared.distribution import COARSE_S, Distribution
from trading_api.shared.errors import Refusal

from .command_spans import CommandSpans
from .interface import CommitListener, RoomParts
from .requests import CommandRequest, MarkRequest, OpenRequest, Request
from .room_state import STARTING, STOPPED, RoomState
from .room_thread import RoomThread
from .writer import Outcome

logger = logging.getLogger(__name__)

# A caller beyond these would only wait; 16 batches are what a slow disk writes in seconds.
MAX_WAITING = 4096


class EngineRoom:
    """Owned by the loop's thread; between `start` and `stop` it holds the ledger's lock."""

    def __init__(
        self, path: Path, parts: RoomParts, listener: CommitListener, clock: Clock
    ) -> None:
        self.path = path
        self.readers: LedgerReaders | None = None
        """Open once the accounts are."""
        self.alarm = ""
        """What the last reconciliation found wrong; empty when nothing was."""
        self._parts = parts
        self._listener = listener
        self._clock = clock
        self._state = STARTING
        self._settled = asyncio.Event()
        self._asked: dict[Request, asyncio.Future[Reply]] = {}
        self._thread: RoomThread | None = None
        self._spans = CommandSpans(parts.tracer, clock)

    @property
    def state(self) -> RoomState:
        return self._state

    @property
    def suspended(self) -> dict[str, str]:
        """Accounts that take nothing until the next start, and why."""
        return {} if self._thread is None else dict(self._thread.suspended)

    @property
    def waiting(self) -> int:
        """Requests that have no answer yet."""
        return len(self._asked)

    @property
    def commits(self) -> tuple[Distribution, int]:
        """How long commits took, in seconds, and how many failed, since the room was started."""
        return (Distribution(COARSE_S), 0) if self._thread is None else self._thread.commits

    def start(self) -> None:
        """Begin to open the accounts; returns at once, `settled` waits for the end of it."""
        loop = asyncio.get_running_loop()
        self._thread = RoomThread(self.path, self._parts, self._clock, _Courier(loop, self))
        self._thread.start()

    async def settled(self) -> RoomState:
        """Wait until the accounts are open and have read the feed up to now, or never will."""
        await self._settled.wait()
        return self._state

    async def stop(self, state: RoomState = STOPPED) -> None:
        """Finish the batch in work, refuse what waits as `state` says, let the ledger go."""
        if self._thread is not None:
            await asyncio.to_thread(self._thread.finish)
        self.state_changed(state)
        if self.readers is not None:
            self.readers.close()
            self.readers = None

    def wake(self) -> None:
        """Say that the feed has something to take; from any thread, never blocks."""
        if self._thread is not None:
            self._thread.wake()

    async def command(self, account_id: str, command: Command, key: str | None = None) -> Reply:
        """Apply a command; return once it is durable and the listener has heard of it.

        A `key` that the account had before is answered as it was then.

        Raises:
            TradingApiError: it was refused, or could not be written; nothing was done.
        """
        request = CommandRequest(account_id, command, key)
        with self._spans.of(request):
            return await self._ask(request)

    async def open_account(self, opening: AccountOpening) -> Reply:
        """Open an account.

        Raises:
            TradingApiError: there is one of this id, or it could not be written.
        """
        return await self._ask(OpenRequest(opening))

    async def reconcile(self) -> list[Verified]:
        """Verify the steps since the last verified mark beside the running writer, and mark them.

        Raises:
            LedgerCorrupt: the record contradicts itself; `alarm` says so until it does not.
        """
        readers = self.readers
        if readers is None:
            return []
        try:
            found = await asyncio.to_thread(readers.read, verify_ledger)
        except LedgerCorrupt as corrupt:
            self.alarm = str(corrupt)
            logger.error(
                "ledger_alarm account=%s step=%s reason=%s", *corrupt.account_and_step, corrupt
            )
            raise
        self.alarm = ""
        verified: list[Verified] = found
        for one in verified:
            if one.steps:
                await self._ask(MarkRequest(one.account_id, one.mark.text))
        return verified

    def state_changed(self, state: RoomState) -> None:
        """Take the room's condition; the thread tells it through the loop."""
        if self._state.condition != "stopped":
            self._state = state
        if state.condition != "starting":
            self._settled.set()
        refusal = state.refusal
        if refusal is not None:
            for request in list(self._asked):
                self._answer(request, refusal)

    def opened(self, states: list[AccountState]) -> None:
        """Hand the accounts on as they were found."""
        self.readers = LedgerReaders(self.path)
        self._listener.opened(states)

    def deliver(self, outcome: Outcome) -> None:
        """Hand on what was committed, then answer who asked."""
        heard_s = self._clock.monotonic_s()
        try:
            if outcome.committed:
                self._listener.committed(outcome.committed)
        except Exception:
            # It is durable all the same: whoever asked must know.
            for one in outcome.committed:
                last = one.steps[-1].number
                logger.exception("commit_listener_failed account=%s step=%s", one.account_id, last)
        self._spans.delivered(outcome, heard_s)
        for request, answer in outcome.answers:
            self._answer(request, answer)

    async def _ask(self, request: Request) -> Reply:
        refusal = self._state.refusal
        if refusal is not None:
            raise refusal
        if len(self._asked) >= MAX_WAITING or self._thread is None:
            message = f"expected at most {MAX_WAITING} requests that wait, got one more; try again"
            raise Refusal("LEDGER_UNAVAILABLE", message)
        answer: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._asked[request] = answer
        self._thread.ask(request)
        # A caller that goes away does not take the command back: the answer finds nobody.
        return await answer

    def _answer(self, request: Request, answer: Reply | Exception) -> None:
        asked = self._asked.pop(request, None)
        if asked is None or asked.done():
            return
        if isinstance(answer, Reply):
            asked.set_result(answer)
        else:
            asked.set_exception(answer)
            # Nobody may be there any more to hear it.
            asked.exception()


class _Courier:
    """Carries what the thread says into the loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, room: EngineRoom) -> None:
        self._loop = loop
        self._room = room

    def state(self, state: RoomState) -> None:
        self._call(lambda: self._room.state_changed(state))

    def opened(self, states: list[AccountState]) -> None:
        self._call(lambda: self._room.opened(states))

    def outcome(self, outcome: Outcome, delivered: Callable[[], None]) -> None:
        def deliver() -> None:
            self._room.deliver(outcome)
            delivered()

        self._call(deliver)

    def _call(self, act: Callable[[], None]) -> None:
        # The loop may have ended without `stop`: then nobody is left to tell.
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act)
