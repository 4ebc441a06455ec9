"""Quotes: the last tick beside the figures of the day."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from trading_api.models.market import Bar, QuoteData, QuoteValues

from .instruments import Instrument, StoredBar, Tick
from .providers.base import Provider
from .resolutions import END_OF_TIME_MS


class DayFigures:
    """The bar of the day and the close before it, kept as ticks go by."""

    def __init__(self, provider: Provider, symbol: str, days: Sequence[StoredBar]) -> None:
        """Begin with the newest daily bars, ascending: two, or fewer when none are older."""
        self._provider = provider
        self._symbol = symbol
        self._previous = days[0] if len(days) > 1 else None
        self._today = days[-1] if days else None

    def read(self) -> tuple[StoredBar, int] | None:
        """Return today's bar and the previous close (today's open when nothing came before)."""
        today = self._provider.forming(self._symbol, "1D")
        if today is None:
            return None
        if self._today is not None and today.time > self._today.time:
            self._previous = self._today
        self._today = today
        return today, today.open if self._previous is None else self._previous.close


def day_figures(provider: Provider, symbol: str) -> DayFigures:
    """Return the figures of a symbol; reads history, so call it in a worker thread."""
    return DayFigures(provider, symbol, provider.history(symbol, "1D", END_OF_TIME_MS, 2))


def quote(
    name: str, instrument: Instrument, tick: Tick, day: StoredBar, previous_close: int
) -> QuoteData:
    """Return the quote of an instrument under the name that was asked for."""
    scale = instrument.price_scale
    change = tick.last - previous_close
    values = QuoteValues(
        lp=tick.last / scale,
        ask=tick.ask / scale,
        bid=tick.bid / scale,
        spread=(tick.ask - tick.bid) / scale,
        open_price=day.open / scale,
        high_price=day.high / scale,
        low_price=day.low / scale,
        prev_close_price=previous_close / scale,
        volume=day.volume / 10**instrument.volume_precision,
        ch=change / scale,
        chp=100 * change / previous_close,
        **_names(instrument),
    )
    return QuoteData(s="ok", n=name, v=values)


def quote_of_history(name: str, instrument: Instrument, days: Sequence[Bar]) -> QuoteData:
    """Return what the newest daily bars (one or two, ascending) say; there is no spread."""
    day = days[-1]
    previous = days[0].close if len(days) > 1 else day.open
    change = float(Decimal(repr(day.close)) - Decimal(repr(previous)))
    values = QuoteValues(
        lp=day.close,
        ask=day.close,
        bid=day.close,
        spread=0.0,
        open_price=day.open,
        high_price=day.high,
        low_price=day.low,
        prev_close_price=previous,
        volume=day.volume,
        ch=change,
        chp=100 * change / previous,
        **_names(instrument),
    )
    return QuoteData(s="ok", n=name, v=values)


def _names(instrument: Instrument) -> dict[str, Any]:
    return {
        "short_name": instrument.symbol,
        "exchange": instrument.exchange,
        "description": instrument.description,
        "original_name": instrument.qualified,
    }
