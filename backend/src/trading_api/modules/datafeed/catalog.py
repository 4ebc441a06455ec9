"""Which instruments there are: those of the provider, and those that were imported."""

from collections.abc import Sequence

from trading_api.models.market import SymbolInfo
from trading_api.shared.errors import Refusal

from .bars_store import BarsStore
from .instruments import Instrument
from .providers.base import Capabilities, Provider, served_by
from .providers.search_source import SearchSource
from .resolutions import canonical_resolution
from .sessions import calendar_named
from .wire import symbol_info


class Catalog:
    """Finds instruments by symbol, plain or qualified (`NASDAQ:AAPL`, `REPLAY:AAPL`)."""

    def __init__(self, provider: Provider, store: BarsStore | None) -> None:
        self._provider = provider
        self._store = store

    def instruments(self) -> list[Instrument]:
        """Return the provider's instruments, then those that only an import knows."""
        live = list(self._provider.instruments())
        known = {instrument.symbol for instrument in live}
        imported = self._store.instruments() if self._store else []
        return live + [one for one in imported if one.symbol not in known]

    def find(self, symbol: str) -> Instrument:
        """Return the instrument of a symbol; upper and lower case count only where both exist.

        Raises:
            Refusal: `unknown_symbol`.
        """
        plain = self._plainly_named(symbol)
        if plain is not None:
            return plain
        instruments = self.instruments()
        for instrument in instruments:
            if symbol in _spellings(instrument):
                return instrument
        wanted = symbol.casefold()
        for instrument in instruments:
            if wanted in map(str.casefold, _spellings(instrument)):
                return instrument
        raise Refusal("unknown_symbol", f"expected a known symbol, got {symbol[:64]!r}")

    def find_live(self, symbol: str) -> Instrument:
        """Return an instrument that is streamed; its calendar has been read.

        Raises:
            Refusal: `unknown_symbol` or `no_live_source`.
        """
        instrument = self.find(symbol)
        if not instrument.live:
            message = f"expected a symbol with a live source, got {instrument.symbol}, an import"
            raise Refusal("no_live_source", message)
        # Its first use reads a file, for which the loop would have to wait.
        calendar_named(instrument.calendar)
        return instrument

    def _plainly_named(self, symbol: str) -> Instrument | None:
        """Return the instrument of exactly this symbol, without looking at all the others."""
        for instrument in self._provider.instruments():
            if instrument.symbol == symbol:
                return instrument
        return self._store.instrument(symbol) if self._store else None

    def capabilities_of(self, instrument: Instrument) -> Capabilities:
        """Return what the source of an instrument can do; an imported one is history alone."""
        if not instrument.live:
            return Capabilities(instrument.resolutions, quotes=False)
        return served_by(self._provider, instrument.symbol).provider.capabilities

    def describe(self, instrument: Instrument) -> SymbolInfo:
        """Return an instrument as the wire has it."""
        return symbol_info(instrument, self.capabilities_of(instrument))

    def resolution_of(self, instrument: Instrument, resolution: str) -> str:
        """Return the canonical spelling of a resolution that the instrument has.

        Raises:
            Refusal: `unsupported_resolution`.
        """
        canonical = canonical_resolution(resolution)
        if canonical not in instrument.resolutions:
            has = ", ".join(instrument.resolutions)
            message = f"expected a resolution of {instrument.symbol} ({has}), got {resolution!r}"
            raise Refusal("unsupported_resolution", message)
        return canonical

    def search(self, text: str, exchange: str, kind: str, limit: int) -> Sequence[Instrument]:
        """Return what fits, the symbol itself first, then symbols that begin so, then the rest."""
        wanted = text.strip().casefold()
        found = self._searched(text.strip(), limit)
        fitting = [
            instrument
            for instrument in self.instruments()
            if exchange in ("", instrument.exchange)
            and kind in ("", instrument.type)
            and (instrument.symbol in found or any(wanted in name for name in _names(instrument)))
        ]
        return sorted(fitting, key=lambda one: _distance(wanted, one, found))[:limit]

    def _searched(self, text: str, limit: int) -> Sequence[str]:
        """Return what a provider finds that knows more than names."""
        if text and isinstance(self._provider, SearchSource):
            return self._provider.search(text, limit)
        return []


def _names(instrument: Instrument) -> tuple[str, ...]:
    return (*map(str.casefold, _spellings(instrument)), instrument.description.casefold())


def _spellings(instrument: Instrument) -> tuple[str, ...]:
    return (instrument.symbol, instrument.qualified, *instrument.aliases)


def _distance(wanted: str, instrument: Instrument, found: Sequence[str]) -> int:
    """Return how far down a result is: what a source itself found comes before mere likeness."""
    symbol = instrument.symbol.casefold()
    if symbol == wanted:
        return 0
    if instrument.symbol in found:
        return 1
    return 2 if symbol.startswith(wanted) else 3
