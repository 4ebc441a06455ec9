"""The price feed of the broker: the ticks of a tape, merged in the order of their cursors."""

import heapq
from collections.abc import Callable, Collection, Mapping, Sequence

from trading_api.shared.errors import Refusal
from trading_api.shared.price_feed import Cursor, Tick

from .instruments import Tick as SourceTick
from .providers.tape import Tape


class TapeFeed:
    """Reads a tape that anybody may read again; see `PriceFeed`."""

    rewindable = True

    def __init__(
        self,
        tape: Tape,
        now_ms: Callable[[], int],
        refusal: Callable[[str], Refusal | None] = lambda symbol: None,
    ) -> None:
        self._tape = tape
        self._now_ms = now_ms
        self._refusal = refusal
        self._next: list[tuple[int, str, Tick]] = []

    @property
    def name(self) -> str:
        return self._tape.content

    def now_ms(self) -> int:
        return self._now_ms()

    def begin(self) -> None:
        self._tape.begin()

    def resume(self, time_ms: int) -> None:
        self._tape.resume(time_ms)

    def standstill(self) -> str:
        return self._tape.standstill()

    def refusal(self, symbol: str) -> Refusal | None:
        return self._refusal(symbol)

    def newest(self, symbol: str, until_ms: int) -> Tick | None:
        tick = self._tape.tick_until(symbol, until_ms)
        return None if tick is None else self._offered(symbol, tick)

    def rewind(self, places: Mapping[str, Cursor]) -> None:
        self._tape.begin()
        self.forget(places)
        for symbol, place in places.items():
            # At one time symbols follow each other by name; the tick at the place is included.
            self._push(symbol, place.time - 1 if symbol >= place.symbol else place.time)

    def forget(self, symbols: Collection[str]) -> None:
        self._next = [entry for entry in self._next if entry[1] not in symbols]
        heapq.heapify(self._next)

    def take(self, until_ms: int, limit: int) -> Sequence[Tick]:
        taken: list[Tick] = []
        while len(taken) < limit and self._next and self._next[0][0] <= until_ms:
            _, symbol, tick = heapq.heappop(self._next)
            taken.append(tick)
            self._push(symbol, tick.time)
        return taken

    def _push(self, symbol: str, after_ms: int) -> None:
        tick = self._tape.tick_after(symbol, after_ms)
        if tick is not None:
            heapq.heappush(self._next, (tick.time, symbol, self._offered(symbol, tick)))

    def _offered(self, symbol: str, tick: SourceTick) -> Tick:
        """Return the tick as the broker takes it: a quote that was only drawn is none."""
        quoted = self._tape.is_quoted(symbol)
        return Tick(
            symbol=symbol,
            time=tick.time,
            received=tick.time,
            bid=tick.bid if quoted else None,
            ask=tick.ask if quoted else None,
            last=tick.last,
            bid_size=tick.bid_size if quoted else None,
            ask_size=tick.ask_size if quoted else None,
            last_size=tick.last_size,
            gap=self._tape.opens(symbol, tick.time),
        )
