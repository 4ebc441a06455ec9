"""The engine room and what runs beside it: started and stopped with the app."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from trading_api.models.broker import BrokerHealth
from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.tracing import NO_TRACING, Tracer
from trading_api.shared.ws.producers import Producers, Sleep

from .ledger.checking.corruption import LedgerCorrupt
from .ledger.room.engine_room import EngineRoom
from .ledger.room.interface import CommitListener, RoomParts
from .ledger.room.room_state import RESTORING, STOPPED, RoomState
from .ledger.store.driver import SQLITE_VERSION
from .ledger.store.readers import LedgerReaders
from .profiles import first_account
from .venue import PaperEngines, Venue
from .view import CommittedView
from .wire import step_updates

T = TypeVar("T")
logger = logging.getLogger(__name__)

# How long the start waits for the accounts: market data must not wait for a lock.
START_PATIENCE_S = 3.0
RECONCILE_S = 60.0
FIRST_ACCOUNT_RETRY_S = 1.0


class Desk:
    """Where commands go; refuses them while the ledger is not open."""

    def __init__(self, view: CommittedView, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        self.room: EngineRoom | None = None
        self.last_reconciled: int | None = None
        self.tracer: Tracer = NO_TRACING
        self._view = view
        self._clock = clock
        self._sleep = sleep
        self._opening: asyncio.Task[None] | None = None
        self._new_room: Callable[[], EngineRoom] | None = None
        self._changing = asyncio.Lock()

    async def start(self, path: Path, venue: Venue, listener: CommitListener) -> None:
        """Open the ledger; returns when the accounts trade, or when that takes too long."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        feed = venue.market.feed
        encode = partial(step_updates, listing_of=venue.listing)
        new_epoch = partial(secrets.token_hex, 8)
        parts = RoomParts(PaperEngines(venue), feed, encode, new_epoch, self.tracer)
        self._new_room = partial(EngineRoom, path, parts, listener, self._clock)
        async with self._changing:
            await self._start_room(self._new_room)

    async def stop(self) -> None:
        """Let the ledger go; what waits is refused."""
        async with self._changing:
            await self._stop_room(STOPPED)

    async def reopen(self, between: Callable[[], T], closed: Callable[[], None]) -> T:
        """Close the ledger, run `between` on a thread, open it again whatever came of that.

        Requests are told meanwhile to wait. `closed` is called in the loop when nothing of the
        ledger will be published any more.

        Raises:
            Exception: what `between` raised.
        """
        async with self._changing:
            if self._new_room is None:
                raise Refusal("LEDGER_UNAVAILABLE", "the accounts are not open")
            await self._stop_room(RESTORING)
            closed()
            try:
                return await asyncio.to_thread(between)
            finally:
                await self._start_room(self._new_room)

    async def _start_room(self, new_room: Callable[[], EngineRoom]) -> None:
        self.room = new_room()
        self.room.start()
        self._opening = asyncio.get_running_loop().create_task(self._open(), name="open accounts")
        await asyncio.wait({self._opening}, timeout=START_PATIENCE_S)

    async def _stop_room(self, state: RoomState) -> None:
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.gather(self._opening, return_exceptions=True)
        if self.room is not None:
            await self.room.stop(state)
        self._view.clear()

    @property
    def state(self) -> RoomState:
        """The condition of the ledger."""
        if self.room is None:
            return RoomState("stopped", "the accounts are not open")
        if self._opening is not None and not self._opening.done():
            return RoomState("starting", "the accounts are being opened; try again in a moment")
        return self.room.state

    def trading(self) -> EngineRoom:
        """Return the open engine room.

        Raises:
            Refusal: the ledger is not open.
        """
        refusal = self.state.refusal
        if refusal is not None:
            raise refusal
        if self.room is None:
            raise Refusal("LEDGER_UNAVAILABLE", "the accounts are not open")
        return self.room

    def readers(self) -> LedgerReaders:
        """Return the connections that read the open ledger.

        Raises:
            Refusal: it is not open.
        """
        readers = self.trading().readers
        if readers is None:
            raise Refusal("LEDGER_UNAVAILABLE", "the accounts are not open")
        return readers

    def health(self) -> BrokerHealth:
        """Say how the ledger fares."""
        room, state = self.room, self.state
        return BrokerHealth(
            condition=state.condition,
            reason=state.reason,
            ledger=None if room is None else room.path.name,
            sqliteVersion=SQLITE_VERSION,
            accounts=len(self._view.accounts),
            lastReconciled=self.last_reconciled,
            alarm="" if room is None else room.alarm,
            suspended=self.suspended,
        )

    @property
    def suspended(self) -> dict[str, str]:
        """Accounts that take nothing until the next start, and why."""
        return {} if self.room is None else self.room.suspended

    def run_beside(self, producers: Producers) -> None:
        """Reconcile the books every minute."""
        producers.start("broker reconciliation", self._reconcile_on)

    async def _reconcile_on(self) -> None:
        while True:
            await self._sleep(RECONCILE_S)
            await self.reconcile()

    async def reconcile(self) -> None:
        """Verify what was written since the last time; what is wrong is an alarm in `health`."""
        room = self.room
        if room is None or self.state.condition != "trading":
            return
        try:
            await room.reconcile()
        except (LedgerCorrupt, TradingApiError):
            # The one stands in `room.alarm`, and in the log; the other says that it is closing.
            return
        self.last_reconciled = self._clock.now_ms()

    async def _open(self) -> None:
        """Wait for the ledger; the first start opens an account."""
        assert self.room is not None
        await self.room.settled()
        while not self._view.accounts and self.room.state.condition in ("trading", "unavailable"):
            first = first_account()
            try:
                await self.room.open_account(first)
            except TradingApiError as refused:
                logger.warning("first_account_refused account=%s reason=%s", first.id, refused)
                await self._sleep(FIRST_ACCOUNT_RETRY_S)
