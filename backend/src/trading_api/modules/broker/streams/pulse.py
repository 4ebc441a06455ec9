"""What streams without a step: equity at the newest prices, and how the ledger fares."""

import asyncio
from collections.abc import Callable
from functools import partial

from trading_api.models.broker import BrokerConnectionStatus, EquityData
from trading_api.modules.broker.venue import Venue
from trading_api.modules.broker.view import CommittedView
from trading_api.shared.price_feed import Tick

from .connection import status_of
from .equity import marked
from .topics import AccountTopics

ConditionOf = Callable[[str], tuple[str, str]]
"""Returns how an account fares, by its id: a condition and the reason."""


class Pulse:
    """Publishes both when they differ from what was published last; called in the loop."""

    def __init__(
        self, view: CommittedView, topics: AccountTopics, now_ms: Callable[[], int]
    ) -> None:
        self.venue: Venue | None = None
        self._view = view
        self._topics = topics
        self._now_ms = now_ms
        self._ticks: dict[str, Tick] = {}
        self._sent: dict[str, EquityData] = {}
        self._links: dict[str, BrokerConnectionStatus] = {}

    async def beat(self, condition_of: ConditionOf) -> None:
        """Look at the prices of what somebody watches, and publish what changed."""
        self._link(condition_of)
        watched = [account_id for account_id, _ in self._topics.of("equity")]
        await self._look(watched)
        for account_id, publish in self._topics.of("equity"):
            value = self.equity(account_id)
            if value is not None and value != self._sent.get(account_id):
                self._sent[account_id] = value
                publish(value)

    def _link(self, condition_of: ConditionOf) -> None:
        """Publish the status of each account's link where it is another than before."""
        for account_id, publish in self._topics.of("connection"):
            old = self._links.get(account_id)
            new = status_of(*condition_of(account_id), self._now_ms())
            if old is None or (old.status, old.message) != (new.status, new.message):
                self._links[account_id] = new
                publish(new)

    def status(self, account_id: str, condition_of: ConditionOf) -> BrokerConnectionStatus:
        """Return the status of an account's link as it was published last."""
        if account_id not in self._links:
            self._links[account_id] = status_of(*condition_of(account_id), self._now_ms())
        return self._links[account_id]

    def equity(self, account_id: str) -> EquityData | None:
        """Return an account's value at the prices seen last; None for an unknown account."""
        account = self._view.accounts.get(account_id)
        if account is None or self.venue is None:
            return None
        return marked(account, self._ticks, self.venue.listing)

    def forget(self, route: str, account_id: str) -> None:
        """Nobody listens to this route of the account any more."""
        (self._links if route == "connection" else self._sent).pop(account_id, None)

    async def look_at(self, account_id: str) -> None:
        """Learn the prices of what an account holds: its first listener is about to see it."""
        await self._look([account_id])
        value = self.equity(account_id)
        if value is not None:
            self._sent[account_id] = value

    async def _look(self, account_ids: list[str]) -> None:
        accounts = (self._view.accounts.get(account_id) for account_id in account_ids)
        symbols = sorted(
            {symbol for one in accounts if one is not None for symbol in one.positions}
        )
        if symbols and self.venue is not None:
            self._ticks.update(await asyncio.to_thread(partial(_newest, self.venue, symbols)))


def _newest(venue: Venue, symbols: list[str]) -> dict[str, Tick]:
    found = {symbol: venue.newest(symbol) for symbol in symbols}
    return {symbol: tick for symbol, tick in found.items() if tick is not None}
