"""A provider that lies, each of its symbols in its own way; between the lies it tells the truth."""

import asyncio
import json
import os
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from threading import Event
from typing import Any

from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.providers.base import Capabilities
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.modules.datafeed.resolutions import RESOLUTIONS
from trading_api.shared.errors import Refusal

LIES_FILE = "LYING_PROVIDER_FILE"
"""Environment variable: where `stop` writes what was told, as JSON."""
HONEST = "LYING_PROVIDER_HONEST"
"""Environment variable: when set, it tells nothing but the truth, to compare with."""

TRUE_SYMBOL = "BTC/USD"
DAY_MS = 86_400_000
NAN: Any = float("nan")
HUGE: Any = 10**5000

Told = Callable[[Tick], list[Any]]

# Lies about ticks, by symbol: what follows each true tick.
TICK_LIES: dict[str, Told] = {
    "NAN": lambda tick: [replace(tick, last=NAN), replace(tick, bid=NAN)],
    "BACK": lambda tick: [replace(tick, time=tick.time - 60_000)],
    "AHEAD": lambda tick: [replace(tick, time=tick.time + 365 * DAY_MS)],
    "OTHER": lambda tick: [("AAPL", tick)],
    "TYPES": lambda tick: [None, "tick", replace(tick, bid=str(tick.bid))],  # type: ignore[arg-type]
    "HUGE": lambda tick: [replace(tick, last=HUGE), replace(tick, ask_size=2**60)],
    "CROSSED": lambda tick: [replace(tick, bid=tick.ask + 1), replace(tick, bid_size=-1)],
    "FREE": lambda tick: [replace(tick, bid=0, last=0)],
}
# Lies of other kinds.
FLOOD, SILENT, CUT, BARS, FORMING, TRADES, HISTORY, HANGS = (
    "FLOOD", "SILENT", "CUT", "BARS", "FORMING", "TRADES", "HISTORY", "HANGS",
)  # fmt: skip
SYMBOLS = (*TICK_LIES, FLOOD, SILENT, CUT, BARS, FORMING, TRADES, HISTORY, HANGS)


class LyingProvider:
    """See `Provider`; nothing that it does may harm anybody else."""

    name = "liar"
    continues_imports = False

    def __init__(self, settings: object = None) -> None:
        self.told: Counter[str] = Counter()
        """How many lies of each symbol."""
        self.capabilities = Capabilities(RESOLUTIONS, trades=True)
        self._honest = HONEST in os.environ
        self._stopping = Event()
        self._truths = {symbol: SimulatedProvider(seed=99) for symbol in SYMBOLS}
        self._bar_lies = {resolution: cycle(range(4)) for resolution in RESOLUTIONS}

    def instruments(self) -> Sequence[Any]:
        """Return the liar's symbols, and what is no instrument."""
        [true] = [one for one in self._truths["NAN"].instruments() if one.symbol == TRUE_SYMBOL]
        listed = [
            replace(true, symbol=symbol, exchange="LIES", description=f"Lies: {symbol}")
            for symbol in SYMBOLS
        ]
        if self._honest:
            return listed
        return [*listed, listed[0], None, replace(true, symbol="A\nB"), _scaleless(true)]

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        bars = list(self._truth(symbol).history(TRUE_SYMBOL, resolution, before, count))
        if self._honest:
            return bars
        if symbol == HANGS:
            self.told[symbol] += 1
            self._stopping.wait()
        if symbol == HISTORY:
            self.told[symbol] += 1
            raise ConnectionResetError("the line is cut")
        if symbol != BARS or len(bars) < 4:
            return bars
        self.told[symbol] += 4
        lies: list[Any] = [bars[-2], bars[0], bars[-1]._replace(high=1), (1, 2)]
        return [*bars, *lies]

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        bar = self._truth(symbol).forming(TRUE_SYMBOL, resolution)
        lie = next(self._bar_lies[resolution]) if symbol == FORMING and not self._honest else 0
        if bar is None or lie == 0:
            return bar
        self.told[symbol] += 1
        lies: list[Any] = [
            bar._replace(high=bar.low - 1),
            bar._replace(close=NAN),
            bar._replace(time=bar.time - 10 * 366 * DAY_MS),
        ]
        return lies[lie - 1]  # type: ignore[no-any-return]

    def last_tick(self, symbol: str) -> Tick | None:
        return self._truth(symbol).last_tick(TRUE_SYMBOL)

    async def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        async with aclosing(self._truth(symbol).ticks(TRUE_SYMBOL)) as ticks:
            if symbol == SILENT and not self._honest:
                await asyncio.Event().wait()
            async for tick in ticks:
                yield tick
                for lie in self._lies_after(symbol, tick):
                    self.told[symbol] += 1
                    yield lie

    async def trades(self, symbol: str) -> AsyncGenerator[Any, None]:
        """Yield each trade, and on the symbol of that name twice, and what is none."""
        async with aclosing(self._truth(symbol).trades(TRUE_SYMBOL)) as trades:
            async for trade in trades:
                yield trade
                if symbol == TRADES and not self._honest:
                    self.told[symbol] += 3
                    yield trade
                    yield replace(trade, id="", price=-1)
                    yield replace(trade, id="huge", price=HUGE)

    def recent_trades(self, symbol: str, count: int) -> Sequence[Trade]:
        trades = self._truth(symbol).recent_trades(TRUE_SYMBOL, count)
        if symbol != TRADES or not trades or self._honest:
            return trades
        self.told[symbol] += 1
        return [*trades, trades[-1]]

    def now_ms(self) -> int:
        return self._truths["NAN"].now_ms()

    async def start(self) -> None:
        """Nothing to open: it makes things up."""

    async def stop(self) -> None:
        """Let go who hangs; write what was told where somebody wants to know."""
        self._stopping.set()
        if path := os.environ.get(LIES_FILE):
            await asyncio.to_thread(Path(path).write_text, json.dumps(self.told))

    def _lies_after(self, symbol: str, tick: Tick) -> Iterator[Any]:
        if self._honest:
            return
        if symbol in TICK_LIES:
            yield from TICK_LIES[symbol](tick)
        while symbol == FLOOD:
            yield tick
        if symbol == CUT:
            self.told[symbol] += 1
            raise ConnectionResetError("the line is cut")

    def _truth(self, symbol: str) -> SimulatedProvider:
        truth = self._truths.get(symbol)
        if truth is None:
            raise Refusal("unknown_symbol", f"the liar has no symbol {symbol[:40]!r}")
        return truth


def _scaleless(instrument: Instrument) -> Instrument:
    return replace(instrument, symbol="SCALELESS", price_scale=0)
