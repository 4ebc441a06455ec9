"""How the current value of a stream is read: a function that may be called after every tick."""

from collections.abc import Callable

from trading_api.models.market import Bar, QuoteData

from .history import BarHistory
from .instruments import Instrument
from .providers.base import Provider
from .quotes import DayFigures, quote, quote_of_history
from .resolutions import END_OF_TIME_MS
from .tick_sources import HeardTick
from .wire import wire_bar

NewestTick = Callable[[str], HeardTick | None]


class Readings:
    """Prepares readings, which may block, so in a worker thread; the readings themselves do not."""

    def __init__(self, provider: Provider, history: BarHistory, newest: NewestTick) -> None:
        self._provider = provider
        self._history = history
        self._newest = newest

    def bars(self, instrument: Instrument, resolution: str) -> Callable[[], Bar | None]:
        """Return the reading of the newest bar."""
        if not instrument.live:
            newest = self._history.newest(instrument, resolution, END_OF_TIME_MS, 1)
            return lambda: newest[-1] if newest else None
        # What a provider computes or reads for the first time may take longer than the loop waits.
        self._provider.history(instrument.symbol, resolution, END_OF_TIME_MS, 1)

        def read() -> Bar | None:
            bar = self._provider.forming(instrument.symbol, resolution)
            return None if bar is None else wire_bar(bar, instrument)

        return read

    def quotes(self, instrument: Instrument, name: str) -> Callable[[], QuoteData | None]:
        """Return the reading of the quote, published under `name`."""
        days = self._history.newest(instrument, "1D", END_OF_TIME_MS, 2)
        if not instrument.live:
            value = quote_of_history(name, instrument, days) if days else None
            return lambda: value
        figures = DayFigures(self._provider, instrument, days)

        def read() -> QuoteData | None:
            heard, day = self._newest(instrument.symbol), figures.read()
            if heard is None or day is None:
                return None
            return quote(name, instrument, heard, *day)

        return read
