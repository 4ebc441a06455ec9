"""The paper brokerage: whose account it is, what it is asked, and what it streams."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel

from trading_api.models.broker import BrokerHealth
from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.errors import Refusal
from trading_api.shared.market import Market
from trading_api.shared.tracing import Tracer
from trading_api.shared.ws.producers import Producers, Sleep
from trading_api.shared.ws.router_interface import History, TopicUpdate, WsRouteService

from .account_reading import AccountReading
from .desk import Desk
from .engine.inputs import Command
from .engine.steps import Reply
from .ledger.room.accounts import suspension
from .ledger.room.interface import Committed
from .ledger.room.open_account import TOLERATED_MS, behind, symbol_of
from .ledger.room.requests import KeyTaken
from .ledger.store.driver import SQLITE_VERSION
from .ledger.store.ledger_file import AccountOpening
from .ledger.store.readers import AccountState
from .restoring import restore_accounts
from .streams.ledger_history import LedgerHistory
from .streams.pulse import Pulse
from .streams.topics import AccountTopics, route_and_account
from .trading.definitions import conflict
from .venue import Venue
from .view import AccountView, CommittedView

# Four equities a second at most.
BEAT_S = 0.25
NO_MARKET = "no module brings a market to trade on: enable datafeed beside broker (TP_MODULES)"


class BrokerService(WsRouteService):
    """Serves the accounts; orders execute and timers fire whether anybody listens or not."""

    def __init__(self, *, clock: Clock | None = None, sleep: Sleep = asyncio.sleep) -> None:
        self.clock = clock = clock or SystemClock()
        self._chores = Producers()
        self.view = CommittedView()
        self.desk = Desk(self.view, clock, sleep)
        self.topics = AccountTopics()
        self._pulse = Pulse(self.view, self.topics, clock.now_ms)
        self._sleep = sleep
        self._venue: Venue | None = None
        self._reading: AccountReading | None = None

    def trade_on(self, market: Market) -> None:
        """Take the market to trade on; before `start`."""
        self._venue = self._pulse.venue = Venue(market)

    def trace_with(self, tracer: Tracer) -> None:
        """Tell of commands and restarts; before `start`."""
        self.desk.tracer = self._chores.tracer = tracer

    async def start(self, path: Path) -> None:
        """Open the ledger at `path`; without a market nothing trades, and everything says so."""
        if self._venue is None:
            return
        self._reading = AccountReading(self._venue, self.desk.readers)
        await self.desk.start(path, self._venue, self)
        self._chores.start("broker pulse", self._beat_on)
        self.desk.run_beside(self._chores)

    async def stop(self) -> None:
        """Close the ledger; streams say that the link is gone."""
        await self._chores.stop()
        # Until the desk refuses them, those who recover still read.
        await self.desk.stop()
        if self._reading is not None:
            self._reading.close()
        await self.beat()

    @property
    def venue(self) -> Venue:
        """The instruments that trade.

        Raises:
            Refusal: no module brings a market.
        """
        if self._venue is None:
            raise Refusal("MARKET_MISSING", NO_MARKET)
        return self._venue

    @property
    def reading(self) -> AccountReading:
        """What is committed.

        Raises:
            Refusal: the ledger is not open.
        """
        self.refuse_unless_open()
        assert self._reading is not None
        return self._reading

    def refuse_unless_open(self) -> None:
        """Return when the accounts can be asked.

        Raises:
            Refusal: they cannot; it says why.
        """
        if self._venue is None:
            raise Refusal("MARKET_MISSING", NO_MARKET)
        self.desk.trading()

    def account(self, asked: str | None) -> AccountView:
        """Return the account that a request means: the only one where it names none.

        Raises:
            Refusal: it is none, or none is named of several, or the ledger is not open.
        """
        self.refuse_unless_open()
        accounts = self.view.accounts
        if asked is None:
            if len(accounts) != 1:
                expected = f"accountId, one of {', '.join(accounts)}"
                raise Refusal("ACCOUNT_REQUIRED", f"expected {expected}, got none")
            return next(iter(accounts.values()))
        found = accounts.get(asked)
        if found is None:
            message = f"accountId: expected an account of yours, got {asked[:80]!a}"
            raise Refusal("ACCOUNT_NOT_FOUND", message)
        return found

    async def command(self, account_id: str, command: Command, key: str | None) -> Reply:
        """Apply a command; it is committed, readable and published when this returns.

        Raises:
            TradingApiError: nothing was done; it says why.
        """
        room = self.desk.trading()
        if symbol_of(command) is not None:
            self.venue.market.feed.begin()
        try:
            return await room.command(account_id, command, key)
        except KeyTaken as taken:
            changed = await self.reading.order(account_id, str(taken.came.get("order_id")))
            symbol = None if changed is None else changed.symbol
            raise conflict(taken, self.venue.listing, symbol) from None

    async def open_account(self, opening: AccountOpening) -> Reply:
        """Open an account.

        Raises:
            TradingApiError: there is one of this id, or it could not be written.
        """
        return await self.desk.trading().open_account(opening)

    async def restore(self, staged: str) -> Path | None:
        """Put a staged backup in the accounts' place; return where the replaced ledger is kept.

        Raises:
            Refusal: it cannot take their place; they are as they were.
        """
        return await restore_accounts(self.desk, self.topics, self.venue, staged)

    def opened(self, states: Sequence[AccountState]) -> None:
        """Take the accounts as the ledger had them; called in the loop."""
        self.view.open(states)

    def committed(self, committed: Sequence[Committed]) -> None:
        """Make readable, then publish; called in the loop, in the order of the ledger."""
        for one in committed:
            self.view.apply(one)
        self.topics.publish(committed)

    def authorize(self, topic: str, principal: str) -> None:
        """Let everybody see every account; unknown and foreign accounts look alike."""
        route, account_id = route_and_account(topic)
        if route == "connection" and not self.view.accounts:
            # Who cannot trade may know why.
            return
        self.refuse_unless_open()
        if account_id not in self.view.accounts:
            message = f"expected an account of yours, got {account_id[:80]!a}"
            raise Refusal("forbidden", message)

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        """Remember where to publish; no producer starts, the accounts live without listeners."""
        route, account_id = route_and_account(topic)
        if route == "equity":
            await self._pulse.look_at(account_id)
        self.topics.add(topic, topic_update)

    def remove_topic(self, topic: str) -> None:
        route, account_id = route_and_account(topic)
        self.topics.remove(topic)
        if route in ("equity", "connection"):
            self._pulse.forget(route, account_id)

    def history(self, topic: str) -> History:
        return LedgerHistory(self.reading, *route_and_account(topic))

    def snapshot(self, topic: str) -> Sequence[BaseModel]:
        """Return the last value of `equity` and `connection`."""
        route, account_id = route_and_account(topic)
        if route == "connection":
            return [self._pulse.status(account_id, self._condition_of)]
        value = self._pulse.equity(account_id)
        return [] if value is None else [value]

    async def beat(self) -> None:
        """Publish equity and connection where they changed."""
        await self._pulse.beat(self._condition_of)

    def health(self) -> BrokerHealth:
        """Say how the accounts fare, for `/health`."""
        if self._venue is not None:
            health = self.desk.health()
            is_said = health.reason or health.condition != "trading"
            return health if is_said else health.model_copy(update={"reason": self.standstill()})
        return BrokerHealth(
            condition="no_market",
            reason=NO_MARKET,
            ledger=None,
            sqliteVersion=SQLITE_VERSION,
            accounts=0,
            lastReconciled=None,
            alarm="",
            suspended={},
        )

    def standstill(self) -> str:
        """Say why nothing executes although the accounts are open; empty when it does."""
        feed = self.venue.market.feed
        lived = max((account.ts for account in self.view.accounts.values()), default=0)
        now = feed.now_ms()
        return behind(lived, now) if lived - now > TOLERATED_MS else feed.standstill()

    def _condition_of(self, account_id: str) -> tuple[str, str]:
        if self._venue is None:
            return "no_market", NO_MARKET
        state = self.desk.state
        why = self.desk.suspended.get(account_id)
        if state.condition == "trading" and why is not None:
            return "suspended", suspension(account_id, why)
        return state.condition, state.reason

    async def _beat_on(self) -> None:
        while True:
            await self._sleep(BEAT_S)
            await self.beat()
