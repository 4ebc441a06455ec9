"""What keeps a market from executing anything at a time."""

from typing import Literal

from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.listing import Listing

Obstacle = Literal["MARKET_CLOSED", "MARKET_PRICE_UNKNOWN", "MARKET_STALE"]


def obstacle_of(account: Account, listing: Listing, at: int) -> Obstacle | None:
    """Return why nothing executes at `at` (Unix ms), None when orders do.

    A price counts as too old by the account's time, which never goes back.
    """
    if not listing.terms.hours.is_open(at):
        return "MARKET_CLOSED"
    market = account.markets.get(listing.symbol)
    if market is None or market.tick is None or market.resuming:
        return "MARKET_PRICE_UNKNOWN"
    if account.ts - market.tick.time > account.profile.stale_after_ms:
        return "MARKET_STALE"
    return None
