"""The paper venue: the market's instruments in the engine's terms, and engines that trade them."""

from typing import Any

from trading_api.shared.errors import Refusal
from trading_api.shared.market import Market, TradedInstrument
from trading_api.shared.price_feed import Tick

from .engine.engine import AccountEngine
from .engine.interface import AccountMachine
from .engine.listing import Listing
from .engine.profile import AccountProfile
from .engine.steps import Step
from .engine.terms import Terms
from .ledger.store.ledger_file import AccountOpening
from .profiles import profile_of

# In whole units: beyond it a quantity is no number that JavaScript holds with four decimals.
MOST_UNITS = 10**11
HISTORY_ONLY = (
    "which has history alone: replay it with `trading-pro serve --feed replay --replay-file FILE`"
)


class Venue:
    """Looks instruments up once; thread-safe, because what it finds never changes."""

    def __init__(self, market: Market) -> None:
        self.market = market
        self._listings: dict[str, Listing] = {}

    def terms(self, symbol: str) -> Terms | None:
        """Return the terms of exactly this symbol; None when nobody lists it."""
        found = self._listings.get(symbol)
        if found is not None:
            return found.terms
        instrument = self.market.instrument(symbol)
        if instrument is None:
            return None
        terms = terms_of(instrument)
        self._listings[symbol] = Listing.of(terms)
        return terms

    def listing(self, symbol: str) -> Listing:
        """Return the instrument of something that an account already has.

        Raises:
            LookupError: nobody lists it any more.
        """
        if self.terms(symbol) is None:
            raise LookupError(f"expected a listed instrument, got {symbol!r}")
        return self._listings[symbol]

    def find(self, symbol: str) -> Listing:
        """Return the instrument that a user means.

        Raises:
            Refusal: nobody lists it, or it has history alone.
        """
        if self.terms(symbol) is not None:
            return self._listings[symbol]
        instrument = self.market.find(symbol)
        if instrument is None:
            expected = f"expected the symbol of an instrument that trades, got {symbol[:80]!a}"
            if self.market.has_history_of(symbol):
                raise Refusal("INSTRUMENT_UNTRADED", f"{expected}, {HISTORY_ONLY}")
            raise Refusal("INSTRUMENT_UNKNOWN", expected)
        return self.listing(instrument.symbol)

    def newest(self, symbol: str) -> Tick | None:
        """Return the newest tick; may block for a while, from any thread."""
        feed = self.market.feed
        return feed.newest(symbol, feed.now_ms())


class PaperEngines:
    """Makes the machines of the accounts: see `MachineFactory`."""

    def __init__(self, venue: Venue) -> None:
        self._venue = venue

    def open(self, opening: AccountOpening, ts: int) -> tuple[AccountMachine, Step]:
        return AccountEngine.open(self._profile(opening), self._venue.terms, ts)

    def load(self, opening: AccountOpening, dump: dict[str, Any]) -> AccountEngine:
        return AccountEngine.load(self._profile(opening), self._venue.terms, dump)

    def _profile(self, opening: AccountOpening) -> AccountProfile:
        return profile_of(opening, self._venue.market.feed.name)


def terms_of(instrument: TradedInstrument) -> Terms:
    """Return what orders of an instrument keep to: its tick, and lots of its smallest quantity."""
    return Terms(
        symbol=instrument.symbol,
        currency=instrument.currency,
        price_scale=instrument.price_scale,
        tick=instrument.min_move,
        qty_precision=instrument.qty_precision,
        lot=1,
        min_qty=1,
        max_qty=MOST_UNITS * 10**instrument.qty_precision,
        multiplier=1,
        hours=instrument.hours,
    )
