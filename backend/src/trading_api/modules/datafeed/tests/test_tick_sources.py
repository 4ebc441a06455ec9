import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import Any

import pytest

from trading_api.modules.datafeed.border import RefusedData
from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.providers.base import ProviderEnded
from trading_api.modules.datafeed.symbol_feeds import ITEMS_A_TURN
from trading_api.modules.datafeed.testing import ScriptedProvider
from trading_api.modules.datafeed.tick_sources import HeardTick, TickSources
from trading_api.shared.ws.producers import Producers
from trading_api.shared.ws.testing import ManualClock, settle

SOUND = Tick(time=1000, bid=99, ask=101, last=100, bid_size=5, ask_size=5, last_size=0)
END = ProviderEnded("replay_ended", "over")


class Listener:
    """A `TickListener` that remembers."""

    def __init__(self) -> None:
        self.heard = 0
        self.errors: list[Exception] = []
        self.ends: list[ProviderEnded] = []
        self.fault: Exception | None = None

    def ticked(self) -> None:
        self.heard += 1
        if self.fault is not None:
            raise self.fault

    def interrupted(self, error: Exception) -> None:
        self.errors.append(error)

    def ended(self, end: ProviderEnded) -> None:
        self.ends.append(end)


class Stage:
    """Sources of a scripted provider whose restarts happen when the test says."""

    def __init__(self) -> None:
        self.restart = asyncio.Event()
        self.provider = ScriptedProvider()
        self.producers = Producers(sleep=self._wait)
        self.clock = ManualClock(5000)
        self.refused = RefusedData()
        self.sources = TickSources(self.provider, self.producers, self.clock, self.refused)

    async def _wait(self, seconds: float) -> None:
        await self.restart.wait()

    def join(self) -> Listener:
        listener = Listener()
        self.sources.join("AAPL", listener)
        return listener

    async def play(self, *steps: Tick | Exception) -> None:
        await self.provider.play(*steps)


def later(seconds: int) -> Tick:
    return replace(SOUND, time=SOUND.time + 1000 * seconds)


async def test_all_listeners_share_one_iteration() -> None:
    stage = Stage()
    first, second = stage.join(), stage.join()

    await stage.play(SOUND, later(1))

    assert (first.heard, second.heard) == (2, 2)
    assert (stage.provider.begun, len(stage.producers)) == (1, 1)


async def test_S2_the_last_listener_stops_the_iteration() -> None:
    stage = Stage()
    first, second = stage.join(), stage.join()
    await stage.play(SOUND)

    stage.sources.leave("AAPL", first)
    await stage.play(later(1))
    assert (first.heard, second.heard, stage.provider.running) == (1, 2, 1)
    stage.sources.leave("AAPL", second)
    await settle()

    assert (stage.provider.running, len(stage.producers)) == (0, 0)


async def test_who_comes_back_at_once_gets_a_new_iteration() -> None:
    stage = Stage()
    stage.sources.leave("AAPL", stage.join())

    again = stage.join()
    await stage.play(SOUND)

    assert (again.heard, stage.provider.running) == (1, 1)


async def test_a_tick_is_stamped_when_it_comes_in() -> None:
    stage = Stage()
    stage.join()

    await stage.play(SOUND)
    stage.clock.advance(1)

    assert stage.sources.newest("AAPL") == HeardTick(SOUND, received=5000)


async def test_what_nobody_listens_to_is_fetched_now() -> None:
    provider = ScriptedProvider(ManualClock())

    newest = TickSources(provider, Producers(), ManualClock(5000)).newest("AAPL")

    assert newest is not None
    assert (newest.tick, newest.received) == (provider.last_tick("AAPL"), 5000)


@pytest.mark.parametrize(
    "lie",
    [
        {"time": 999},
        {"bid": 0},
        {"last": -1},
        {"ask": 0, "bid": 0},
        {"bid": 102},
        {"bid_size": -1},
        {"last_size": -5},
        {"last": float("nan")},
        {"ask": 101.5},
        {"time": None},
    ],
)
async def test_a_corrupt_tick_is_refused_and_the_stream_goes_on(lie: dict[str, Any]) -> None:
    stage = Stage()
    listener = stage.join()

    await stage.play(SOUND, replace(SOUND, **lie), later(1))

    assert (listener.heard, stage.refused.total) == (2, 1)
    assert (listener.errors, stage.provider.running) == ([], 1)


async def test_a_broken_source_does_not_flood_the_log(caplog: pytest.LogCaptureFixture) -> None:
    stage = Stage()
    stage.join()

    await stage.play(SOUND, *[replace(SOUND, bid=-1)] * 200)
    while not stage.provider.script.empty():
        await settle()

    assert stage.refused.total == 200
    assert 0 < len(caplog.records) < 10 and "AAPL" in caplog.text


async def test_E4_a_dead_source_is_told_and_comes_back() -> None:
    stage = Stage()
    listener = stage.join()
    error = RuntimeError("line cut")

    await stage.play(SOUND, error)
    assert (listener.errors, stage.provider.running) == ([error], 0)
    stage.restart.set()
    await stage.play(later(1))

    assert (listener.heard, stage.provider.begun, stage.producers.restarts) == (2, 2, 1)


async def test_time_does_not_go_back_over_a_restart() -> None:
    stage = Stage()
    listener = stage.join()
    stage.restart.set()

    await stage.play(later(5), RuntimeError("cut"), later(4), later(5))

    assert (listener.heard, stage.refused.total) == (2, 1)


async def test_E4_a_listener_that_raises_closes_the_iteration_before_the_next() -> None:
    stage = Stage()
    listener = stage.join()
    listener.fault = ValueError("cannot read")

    await stage.play(SOUND)

    assert listener.errors == [listener.fault]
    assert (stage.provider.running, stage.provider.begun) == (0, 1)


async def test_an_end_is_told_once_and_nothing_restarts() -> None:
    stage = Stage()
    listener = stage.join()

    await stage.play(SOUND, END)

    assert (listener.ends, listener.errors) == ([END], [])
    assert (len(stage.producers), stage.producers.restarts) == (0, 0)


async def test_who_joins_after_the_end_is_told_too() -> None:
    stage = Stage()
    early = stage.join()
    await stage.play(END)

    late = stage.join()

    assert (early.ends, late.ends) == ([END], [END])
    assert stage.provider.begun == 1


async def test_E4_who_joins_while_the_source_is_dead_is_told_too() -> None:
    stage = Stage()
    stage.join()
    error = RuntimeError("line cut")
    await stage.play(SOUND, error)

    late = stage.join()
    stage.restart.set()
    await stage.play(later(1))

    assert (late.errors, late.heard, stage.join().errors) == ([error], 1, [])


class Flood(ScriptedProvider):
    """Ticks without ever waiting."""

    async def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        while True:
            yield SOUND


async def test_U4_a_source_that_never_waits_lets_others_have_their_turn() -> None:
    producers, listener = Producers(), Listener()
    sources = TickSources(Flood(), producers)

    sources.join("AAPL", listener)
    await settle()
    await producers.stop()

    assert listener.heard >= ITEMS_A_TURN
    assert len(producers) == 0
