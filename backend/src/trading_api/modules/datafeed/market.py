"""The market that a broker trades on: the provider's live instruments and their ticks."""

from collections.abc import Sequence

from trading_api.shared.errors import Refusal
from trading_api.shared.market import TradedInstrument
from trading_api.shared.price_feed import PriceFeed

from .catalog import Catalog
from .feeds import tape_of
from .freshness.service import FreshnessService
from .instruments import Instrument
from .providers.base import Provider
from .sessions import TradingCalendar, calendar_named, session_end
from .tape_feed import TapeFeed


class CalendarHours:
    """The hours of an instrument, by its calendar."""

    def __init__(self, calendar: TradingCalendar) -> None:
        self._calendar = calendar

    def is_open(self, time_ms: int) -> bool:
        return self._calendar.part(time_ms).in_session

    def day_end(self, time_ms: int) -> int:
        return session_end(self._calendar, time_ms)


class DatafeedMarket:
    """See `Market`; every feed must be a tape until live sources come."""

    def __init__(
        self, provider: Provider, catalog: Catalog, freshness: FreshnessService | None = None
    ) -> None:
        self._provider = provider
        self._catalog = catalog
        refusal = (lambda symbol: None) if freshness is None else freshness.refusal
        self._feed = TapeFeed(tape_of(provider), provider.now_ms, refusal)

    @property
    def feed(self) -> PriceFeed:
        return self._feed

    def instrument(self, symbol: str) -> TradedInstrument | None:
        for instrument in self._provider.instruments():
            if instrument.symbol == symbol:
                return _traded(instrument)
        return None

    def find(self, symbol: str) -> TradedInstrument | None:
        known = self._known(symbol)
        return None if known is None else self.instrument(known.symbol)

    def has_history_of(self, symbol: str) -> bool:
        return self._known(symbol) is not None

    def instruments(self) -> Sequence[TradedInstrument]:
        return [_traded(instrument) for instrument in self._provider.instruments()]

    def _known(self, symbol: str) -> Instrument | None:
        try:
            return self._catalog.find(symbol)
        except Refusal:
            return None


def _traded(instrument: Instrument) -> TradedInstrument:
    return TradedInstrument(
        symbol=instrument.symbol,
        description=instrument.description,
        type=instrument.type,
        currency=instrument.currency,
        price_scale=instrument.price_scale,
        min_move=instrument.min_move,
        qty_precision=instrument.volume_precision,
        hours=CalendarHours(calendar_named(instrument.calendar)),
    )
