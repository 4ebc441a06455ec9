"""What every provider must do, for its tests to subclass."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from itertools import pairwise
from typing import Any, ClassVar

import pytest

from trading_api.modules.datafeed.border import bar_fault, instrument_fault, tick_fault
from trading_api.modules.datafeed.instruments import StoredBar
from trading_api.modules.datafeed.providers.base import (
    Provider,
    ProviderEnded,
    served_by,
    sources_of,
)
from trading_api.modules.datafeed.providers.depth_source import DepthSource
from trading_api.modules.datafeed.providers.search_source import SearchSource
from trading_api.modules.datafeed.providers.trade_source import TradeSource
from trading_api.modules.datafeed.resolutions import END_OF_TIME_MS, RESOLUTIONS
from trading_api.shared.errors import ERRORS, Refusal

# A source that has not said anything by then has nothing to say.
PATIENCE_S = 20
# More bars than there are.
ALL = 10**6

Scenario = Callable[[Provider], Awaitable[Any]]


class ProviderContract:
    """What every provider must do; its tests subclass it.

    Subclasses set `symbol`, and give the fixture `provider`: one that was not started, over a fake
    of its source. Its clock should pass by itself (`PassingClock`), so that ticks come at once.
    """

    symbol: ClassVar[str]
    resolution: ClassVar[str] = "1"
    ticks_before: ClassVar[int] = 1
    """How many ticks are heard before history is looked at; fewer than there are."""
    paged: ClassVar[str] = "1D"
    """A resolution whose whole history is read."""
    page: ClassVar[int] = 200

    def test_history_is_ascending_and_as_long_as_asked(self, provider: Provider) -> None:
        async def look(it: Provider) -> Sequence[StoredBar]:
            async with self.listening(it):
                return self.newest(it, 3)

        bars = self.run(provider, look)

        assert 1 <= len(bars) <= 3
        assert all(earlier.time < later.time for earlier, later in pairwise(bars))
        assert [bar_fault(bar) for bar in bars] == [None] * len(bars)

    def test_before_is_exclusive(self, provider: Provider) -> None:
        async def look(it: Provider) -> tuple[StoredBar, Sequence[StoredBar]]:
            async with self.listening(it):
                newest = self.newest(it, 1)[0]
                return newest, it.history(self.symbol, self.resolution, newest.time + 1, 1)

        newest, until = self.run(provider, look)

        assert [bar.time for bar in until] == [newest.time]

    def test_pages_meet_back_to_the_first_bar(self, provider: Provider) -> None:
        async def look(it: Provider) -> tuple[list[StoredBar], list[StoredBar]]:
            async with self.listening(it):
                return self.pages(it, self.page), self.pages(it, 3 * self.page)

        narrow, wide = self.run(provider, look)

        assert narrow == wide
        assert all(earlier.time < later.time for earlier, later in pairwise(narrow))

    def test_the_forming_bar_is_the_last_of_history(self, provider: Provider) -> None:
        async def look(it: Provider) -> None:
            async with self.listening(it):
                for resolution in self.resolutions(it):
                    last = it.history(self.symbol, resolution, END_OF_TIME_MS, 1)
                    assert [it.forming(self.symbol, resolution)] == list(last), resolution

        self.run(provider, look)

    def test_ticks_ascend_after_the_last_one(self, provider: Provider) -> None:
        async def look(it: Provider) -> None:
            last = it.last_tick(self.symbol)
            async with aclosing(it.ticks(self.symbol)) as ticks:
                async for tick in self.some(ticks):
                    assert tick_fault(tick, last, self.source(it).now_ms()) is None
                    last = tick

        self.run(provider, look)

    def test_a_tick_is_heard_when_it_is_yielded(self, provider: Provider) -> None:
        async def look(it: Provider) -> None:
            async with aclosing(it.ticks(self.symbol)) as ticks:
                async for tick in self.some(ticks):
                    bar = it.forming(self.symbol, self.resolution)
                    assert it.last_tick(self.symbol) == tick
                    assert bar is not None and bar.close == tick.last

        self.run(provider, look)

    def test_no_bar_begins_after_now(self, provider: Provider) -> None:
        async def look(it: Provider) -> tuple[int, int]:
            async with self.listening(it):
                return self.newest(it, 1)[0].time, self.source(it).now_ms()

        last, now = self.run(provider, look)

        assert last <= now

    def test_capabilities_are_those_of_its_protocols(self, provider: Provider) -> None:
        async def look(it: Provider) -> None:
            for source in sources_of(it):
                can = source.capabilities
                assert isinstance(source, TradeSource) or not can.trades
                assert isinstance(source, DepthSource) or not can.depth
                assert isinstance(source, SearchSource) or not can.search
                assert can.delay_ms >= 0

        self.run(provider, look)

    def test_capabilities_name_the_resolutions_of_its_instruments(self, provider: Provider) -> None:
        async def look(it: Provider) -> tuple[Sequence[str], set[str]]:
            offered = {name for one in it.instruments() for name in one.resolutions}
            return it.capabilities.resolutions, offered

        named, offered = self.run(provider, look)

        assert list(named) == [name for name in RESOLUTIONS if name in offered]

    def test_instruments_are_sound_and_stay(self, provider: Provider) -> None:
        async def look(it: Provider) -> tuple[Any, Any]:
            before = list(it.instruments())
            async with self.listening(it):
                return before, list(it.instruments())

        before, after = self.run(provider, look)

        assert before == after and self.symbol in [one.symbol for one in before]
        assert len({one.symbol for one in before}) == len(before)
        assert [instrument_fault(one) for one in before] == [None] * len(before)

    def test_an_unknown_symbol_is_refused(self, provider: Provider) -> None:
        async def look(it: Provider) -> None:
            for ask in (
                lambda: it.history("NO SUCH", self.resolution, END_OF_TIME_MS, 1),
                lambda: it.forming("NO SUCH", self.resolution),
                lambda: it.last_tick("NO SUCH"),
            ):
                with pytest.raises(Refusal) as refused:
                    ask()
                assert refused.value.code == "unknown_symbol"

        self.run(provider, look)

    def test_a_closed_iteration_leaves_no_task(self, provider: Provider) -> None:
        async def look(it: Provider) -> set[Any]:
            before = asyncio.all_tasks()
            async with self.listening(it):
                pass
            await asyncio.sleep(0)
            return asyncio.all_tasks() - before

        assert self.run(provider, look) == set()

    def test_it_can_be_started_again(self, provider: Provider) -> None:
        async def look(it: Provider) -> tuple[Any, Any]:
            async with self.listening(it):
                first = self.pages(it, self.page)[0]
            await it.stop()
            await it.start()
            async with self.listening(it):
                return first, self.pages(it, self.page)[0]

        before, after = self.run(provider, look)

        assert before == after

    def test_what_it_offers_beside_is_there(self, provider: Provider) -> None:
        async def look(it: Provider) -> None:
            served = served_by(it, self.symbol)
            if served.provider.capabilities.trades:
                assert isinstance(served.provider, TradeSource)
                trades = served.provider.recent_trades(served.symbol, 5)
                assert len({trade.id for trade in trades}) == len(trades) <= 5
            if served.provider.capabilities.search:
                assert isinstance(served.provider, SearchSource)
                assert served.symbol in served.provider.search(served.symbol, 10)

        self.run(provider, look)

    def run(self, provider: Provider, scenario: Scenario) -> Any:
        """Play a scenario on a provider that is started, and stopped again."""

        async def play() -> Any:
            await provider.start()
            try:
                async with asyncio.timeout(PATIENCE_S):
                    return await scenario(provider)
            finally:
                await provider.stop()

        return asyncio.run(play())

    def source(self, provider: Provider) -> Provider:
        """Return the single source behind the symbol."""
        return served_by(provider, self.symbol).provider

    def resolutions(self, provider: Provider) -> Sequence[str]:
        """Return those of the symbol."""
        found = (one for one in provider.instruments() if one.symbol == self.symbol)
        return next(found).resolutions

    def newest(self, provider: Provider, count: int) -> Sequence[StoredBar]:
        """Return the newest bars."""
        return provider.history(self.symbol, self.resolution, END_OF_TIME_MS, count)

    def pages(self, provider: Provider, size: int) -> list[StoredBar]:
        """Return all bars, read page by page from the newest; at once where nothing pages."""
        can_page = self.source(provider).capabilities.paging
        bars = list(
            provider.history(self.symbol, self.paged, END_OF_TIME_MS, size if can_page else ALL)
        )
        while can_page and (older := provider.history(self.symbol, self.paged, bars[0].time, size)):
            bars[:0] = older
        return bars

    @asynccontextmanager
    async def listening(self, provider: Provider) -> AsyncIterator[None]:
        """Hear the first ticks, and go on listening."""
        async with aclosing(provider.ticks(self.symbol)) as ticks:
            for _ in range(self.ticks_before):
                await anext(ticks)
            yield

    async def some(self, ticks: Any) -> Any:
        """Yield up to five ticks."""
        count = 0
        try:
            async for tick in ticks:
                yield tick
                count += 1
                if count == 5:
                    return
        except ProviderEnded:
            assert count, "expected a tick before the end"


class EndingProviderContract(ProviderContract):
    """A provider whose source comes to an end, as a file does."""

    def test_the_end_is_said_at_once_and_again(self, provider: Provider) -> None:
        async def look(it: Provider) -> list[str]:
            return [await self.end(it), await self.end(it)]

        codes = self.run(provider, look)

        assert set(codes) <= ERRORS.keys() and codes[0] == codes[1]

    async def end(self, provider: Provider) -> str:
        """Listen until the end and return its code."""
        with pytest.raises(ProviderEnded) as ended:
            async with aclosing(provider.ticks(self.symbol)) as ticks:
                async for _ in ticks:
                    pass
        return ended.value.code
