"""Quotes: the last tick beside the figures of the day."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from trading_api.models.market import Bar, QuoteData, QuoteValues

from .instruments import Instrument, StoredBar
from .providers.base import Provider
from .tick_sources import HeardTick


class DayFigures:
    """The bar of the day and the close before it, kept as ticks go by."""

    def __init__(self, provider: Provider, instrument: Instrument, days: Sequence[Bar]) -> None:
        """Begin with the newest daily bars: the day's and the one before, ascending."""
        self._provider = provider
        self._instrument = instrument
        self._day = days[-1].time if days else None
        self._close = _exact(days[-1].close) if days else None
        self._previous_close = _exact(days[-2].close) if len(days) > 1 else None

    def read(self) -> tuple[StoredBar, Decimal] | None:
        """Return today's bar and the previous close (today's open when nothing came before)."""
        today = self._provider.forming(self._instrument.symbol, "1D")
        if today is None:
            return None
        if self._day is not None and today.time > self._day:
            self._previous_close = self._close
        self._day, self._close = today.time, self._price(today.close)
        previous = self._previous_close
        return today, self._price(today.open) if previous is None else previous

    def _price(self, price: int) -> Decimal:
        return Decimal(price) / self._instrument.price_scale


def quote(
    name: str, instrument: Instrument, heard: HeardTick, day: StoredBar, previous_close: Decimal
) -> QuoteData:
    """Return the quote of an instrument under the name that was asked for."""
    tick = heard.tick
    scale = instrument.price_scale
    change = Decimal(tick.last) / scale - previous_close
    values = QuoteValues(
        lp=tick.last / scale,
        ask=tick.ask / scale,
        bid=tick.bid / scale,
        spread=(tick.ask - tick.bid) / scale,
        open_price=day.open / scale,
        high_price=day.high / scale,
        low_price=day.low / scale,
        prev_close_price=float(previous_close),
        volume=day.volume / 10**instrument.volume_precision,
        ch=float(change),
        chp=float(100 * change / previous_close),
        time=tick.time,
        received=heard.received,
        **_names(instrument),
    )
    return QuoteData(s="ok", n=name, v=values)


def quote_of_history(name: str, instrument: Instrument, days: Sequence[Bar]) -> QuoteData:
    """Return what the newest daily bars (one or two, ascending) say; there is no spread."""
    day = days[-1]
    previous = _exact(days[-2].close if len(days) > 1 else day.open)
    change = _exact(day.close) - previous
    values = QuoteValues(
        lp=day.close,
        ask=day.close,
        bid=day.close,
        spread=0.0,
        open_price=day.open,
        high_price=day.high,
        low_price=day.low,
        prev_close_price=float(previous),
        volume=day.volume,
        ch=float(change),
        chp=float(100 * change / previous),
        time=day.time,
        received=None,
        **_names(instrument),
    )
    return QuoteData(s="ok", n=name, v=values)


def _exact(price: float) -> Decimal:
    """Return the decimal that a number of the wire stands for."""
    return Decimal(repr(price))


def _names(instrument: Instrument) -> dict[str, Any]:
    return {
        "short_name": instrument.symbol,
        "exchange": instrument.exchange,
        "description": instrument.description,
        "original_name": instrument.qualified,
    }
