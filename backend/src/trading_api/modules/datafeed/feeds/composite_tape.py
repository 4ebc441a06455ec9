"""What a broker trades on: the tape of one feed, or those of several in one order."""

from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.providers.base import Provider, served_by, sources_of
from trading_api.modules.datafeed.providers.tape import Tape
from trading_api.shared.errors import ConfigurationError


def tape_of(provider: Provider) -> Tape:
    """Return the tape of a provider; that of a single one is itself, so its ledgers stay its own.

    Raises:
        ConfigurationError: a feed is no tape, or several do not live in one time.
    """
    sources = sources_of(provider)
    for source in sources:
        if not isinstance(source, Tape):
            raise ConfigurationError(
                f"TP_FEED: the feed {source.name!r} cannot be read again, so nothing can trade on"
                " it; serve it without the broker (TP_MODULES=datafeed)"
            )
    tapes = [source for source in sources if isinstance(source, Tape)]
    if len(tapes) == 1:
        return tapes[0]
    for source in sources:
        if source.capabilities.own_time:
            raise ConfigurationError(
                "TP_FEED: expected feeds that live in one time, for an account lives in one, got"
                f" {source.name!r}, which plays at a time of its own, among {provider.name!r};"
                " serve it alone, or all of them without the broker (TP_MODULES=datafeed)"
            )
    return CompositeTape(provider)


class CompositeTape:
    """The tapes of several providers whose time is the wall's; see `Tape`."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    @property
    def content(self) -> str:
        return "+".join(tape.content for tape in self._tapes())

    def tick_after(self, symbol: str, after_ms: int) -> Tick | None:
        tape, name = self._tape(symbol)
        return tape.tick_after(name, after_ms)

    def tick_until(self, symbol: str, until_ms: int) -> Tick | None:
        tape, name = self._tape(symbol)
        return tape.tick_until(name, until_ms)

    def is_quoted(self, symbol: str) -> bool:
        tape, name = self._tape(symbol)
        return tape.is_quoted(name)

    def opens(self, symbol: str, time_ms: int) -> bool:
        tape, name = self._tape(symbol)
        return tape.opens(name, time_ms)

    def begin(self) -> None:
        for tape in self._tapes():
            tape.begin()

    def resume(self, time_ms: int) -> None:
        for tape in self._tapes():
            tape.resume(time_ms)

    def standstill(self) -> str:
        """Return why the first of them that stands does."""
        return next(filter(None, (tape.standstill() for tape in self._tapes())), "")

    def _tapes(self) -> list[Tape]:
        return [source for source in sources_of(self._provider) if isinstance(source, Tape)]

    def _tape(self, symbol: str) -> tuple[Tape, str]:
        served = served_by(self._provider, symbol)
        assert isinstance(served.provider, Tape)
        return served.provider, served.symbol
