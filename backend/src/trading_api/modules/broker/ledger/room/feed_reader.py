"""Brings the feed to the accounts: every tick up to a time, and what is due before it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from trading_api.modules.broker.engine.inputs import END_OF_MS, Cursor, Tick
from trading_api.modules.broker.engine.steps import Step
from trading_api.modules.broker.ledger.store.readers import AccountState
from trading_api.shared.errors import Refusal
from trading_api.shared.price_feed import PriceFeed

from .open_account import OpenAccount

Applied = Callable[[OpenAccount, Callable[[], Sequence[Step]]], None]
"""Runs an input of an account and keeps what it did."""


class FeedReader:
    """Reads the symbols that any account watches, each tick once for each account."""

    def __init__(self, feed: PriceFeed) -> None:
        self.feed = feed
        self.now = 0
        """The feed's time as of the last look; it never goes back."""
        self._reading: set[str] = set()
        self._horizon: int | None = None

    @property
    def is_reading(self) -> bool:
        return bool(self._reading)

    def resume(self, states: Iterable[AccountState]) -> None:
        """Let the feed go on where accounts that traded on it stood, when it began anew."""
        lived = [state.head.ts for state in states if state.feed == self.feed.name]
        self.feed.resume(max(lived, default=0))

    def look(self, *, pressed: bool) -> int:
        """Return the time up to which to read.

        Once somebody waits (`pressed`) it stands until `release`, or a fast feed would keep
        him waiting for ever.
        """
        self.now = max(self.now, self.feed.now_ms())
        if not pressed:
            return self.now
        if self._horizon is None:
            self._horizon = self.now
        return self._horizon

    def release(self) -> None:
        """Nobody waits any more: let the time go on."""
        self._horizon = None

    def read(self, accounts: Sequence[OpenAccount], until: int, limit: int, apply: Applied) -> int:
        """Offer the oldest ticks up to `until`; return how many, fewer than `limit` at the end."""
        if not self._reading:
            return 0
        ticks = self.feed.take(until, limit)
        for tick in ticks:
            for account in accounts:
                apply(account, partial(account.offer, tick))
        return len(ticks)

    def show_newest(self, account: OpenAccount, symbol: str, now: int) -> None:
        """Let an account see a symbol that it does not watch, before it trades it."""
        if symbol not in account.machine.symbols:
            tick: Tick | None = self.feed.newest(symbol, now)
            if tick is not None:
                account.show(tick)

    def refuse_at_its_end(self) -> None:
        """Return when the feed goes on: its last price would execute orders for ever.

        Raises:
            Refusal: it has come to its end.
        """
        self.feed.begin()
        why = self.feed.standstill()
        if why:
            raise Refusal("MARKET_CLOSED", f"expected a market that goes on: {why}")

    def refuse_stale(self, symbol: str) -> None:
        """Return when the price of a symbol is fresh enough to execute at.

        Raises:
            Refusal: it is not, as its feed says.
        """
        refusal = self.feed.refusal(symbol)
        if refusal is not None:
            raise refusal

    def follow(self, accounts: Iterable[OpenAccount], now: int) -> None:
        """Read what the accounts have come to watch from now on, and nothing that none does."""
        watched = {symbol for account in accounts for symbol in account.machine.symbols}
        added = watched - self._reading
        if added:
            self.feed.rewind({symbol: Cursor(now, END_OF_MS) for symbol in sorted(added)})
        dropped = self._reading - watched
        if dropped:
            self.feed.forget(dropped)
        self._reading = watched

    def rewind(self, places: Mapping[str, Cursor]) -> None:
        """Read these symbols again from these places."""
        if places:
            self.feed.rewind(places)
            self._reading.update(places)
