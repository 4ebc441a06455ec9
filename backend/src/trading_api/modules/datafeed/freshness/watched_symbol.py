"""One symbol whose freshness somebody asks for: what it is told, and whom it tells."""

from trading_api.models.market import MarketStatus
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.providers.base import Provider, ProviderEnded, served_by
from trading_api.modules.datafeed.providers.halt_source import HaltSource
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.shared.clock import Clock
from trading_api.shared.ws.router_interface import TopicUpdate

from .symbol_freshness import Moment, Status, SymbolFreshness


class WatchedSymbol:
    """Listens to the ticks of a symbol; its topics are told when its status changes."""

    def __init__(self, instrument: Instrument, provider: Provider, clock: Clock) -> None:
        self.instrument = instrument
        self.listeners = 0
        self.topics: dict[str, TopicUpdate] = {}
        self._provider = provider
        self._source = served_by(provider, instrument.symbol).provider
        self._clock = clock
        self._freshness = SymbolFreshness(calendar_named(instrument.calendar), self._now())
        self.told = self._freshness.status(self._now())

    def listen(self) -> None:
        """Ticks are heard from now on."""
        self._freshness.listen(self._now())
        self.told = self.look()

    def ticked(self) -> None:
        self._freshness.ticked(self._now())
        if self.told.state != "live":
            self.tell()

    def interrupted(self, error: Exception) -> None:
        self._freshness.troubled(f"the source died ({error}) and is being restarted")
        self.tell()

    def ended(self, end: ProviderEnded) -> None:
        self._freshness.troubled(end.message)
        self.tell()

    def look(self) -> Status:
        """Return the status as of now."""
        now = self._now()
        if isinstance(self._provider, HaltSource):
            self._freshness.halted(self._provider.halt(self.instrument.symbol), now)
        return self._freshness.status(now)

    def tell(self) -> None:
        """Publish the status where it has changed; a bound that is learned is no change."""
        status = self.look()
        is_new = status._replace(bound_ms=0) != self.told._replace(bound_ms=0)
        self.told = status
        if is_new:
            message = wire_status(self.instrument.symbol, status)
            for update in list(self.topics.values()):
                update(message)

    def silence_bound_s(self) -> float | None:
        return self._freshness.silence_bound_s(self._now())

    def _now(self) -> Moment:
        own_ms = int(self._clock.monotonic_s() * 1000)
        return Moment(own_ms, self._source.now_ms())


def wire_status(symbol: str, status: Status) -> MarketStatus:
    """Return what is told of a symbol as it is sent."""
    return MarketStatus(
        symbol=symbol,
        state=status.state,
        since=status.since,
        stale_after=status.bound_ms,
        next_open=status.next_open,
        next_close=status.next_close,
        reason=status.reason,
    )
