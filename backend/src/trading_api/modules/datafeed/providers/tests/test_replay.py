import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from itertools import pairwise
from pathlib import Path

import pytest

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.base import Provider, ProviderEnded
from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.resolutions import MINUTE_MS, extend
from trading_api.shared.errors import ConfigurationError, Refusal

FAR = 2**53
# 2024-01-02T23:58:00Z: the file goes over midnight.
START = 1_704_239_880_000
HEADER = "symbol,time,open,high,low,close,volume"


class Wall:
    """A clock whose time passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def now_ms(self) -> int:
        return int(self.seconds * 1000)

    def monotonic_s(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)


def bar_rows(symbol: str, count: int, *, first: int = 0, step: int = 1) -> list[str]:
    return [
        f"{symbol},{START + n * step * MINUTE_MS},{100 + n}.5,{120 + n},{80 + n}"
        f",{95 + n + n * 3 % 11},{n * 7}"
        for n in range(first, first + count)
    ]


def file_of(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "replayed.csv"
    path.write_text("\n".join((header, *rows)))
    return path


async def replay_of(path: Path, wall: Wall, speed: float = 60.0) -> ReplayProvider:
    provider = ReplayProvider(path, speed=speed, clock=wall, sleep=wall.sleep)
    await provider.start()
    return provider


async def played(provider: Provider, symbol: str) -> list[Tick]:
    """Listen to the end."""
    ticks = []
    with pytest.raises(ProviderEnded) as ended:
        async for tick in provider.ticks(symbol):
            ticks.append(tick)
    assert ended.value.code == "replay_ended"
    return ticks


async def test_nothing_has_happened_before_somebody_listens(tmp_path: Path) -> None:
    wall = Wall()
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 3)), wall)
    await wall.sleep(1e6)
    assert provider.now_ms() == START - 1
    assert provider.history("A", "1", FAR, 99) == []
    assert provider.forming("A", "1") is None
    assert provider.last_tick("A") is None


async def test_instruments_are_those_of_the_file(tmp_path: Path) -> None:
    path = file_of(tmp_path, *bar_rows("B", 2), *bar_rows("A", 2))
    provider = await replay_of(path, Wall())
    one, other = provider.instruments()
    assert (one.symbol, other.symbol, one.live) == ("A", "B", True)
    assert (one.price_scale, one.resolutions[0], one.resolutions[-1]) == (10, "1", "1M")


async def test_only_the_named_symbol_is_replayed(tmp_path: Path) -> None:
    path = file_of(tmp_path, *bar_rows("B", 2), *bar_rows("A", 2))
    provider = ReplayProvider(path, symbol="B")
    await provider.start()
    assert [one.symbol for one in provider.instruments()] == ["B"]


async def test_bar_is_played_as_four_ticks_within_it(tmp_path: Path) -> None:
    rows = (f"A,{START},10,13,9,12,7", f"A,{START + MINUTE_MS},12,13,9,10,1")
    provider = await replay_of(file_of(tmp_path, *rows), Wall())
    ticks = await played(provider, "A")
    assert [tick.last for tick in ticks] == [10, 9, 13, 12, 12, 13, 9, 10]
    assert [tick.last_size for tick in ticks] == [1, 1, 1, 4, 0, 0, 0, 1]
    assert [tick.time - START for tick in ticks[:5]] == [0, 20_000, 40_000, 59_999, 60_000]
    assert all(tick.ask == tick.bid + 1 and tick.bid_size >= 100 for tick in ticks)


@pytest.mark.parametrize("speed", [1.0, 60.0, 100_000.0])
async def test_replay_takes_the_time_of_the_file_divided_by_the_speed(
    speed: float, tmp_path: Path
) -> None:
    wall = Wall()
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 30)), wall, speed)
    begun = wall.monotonic_s()
    ticks = await played(provider, "A")
    span_s = (ticks[-1].time - ticks[0].time) / 1000
    assert wall.monotonic_s() - begun == pytest.approx(span_s / speed, abs=1e-3)
    assert provider.now_ms() == ticks[-1].time


async def test_forming_and_history_are_what_the_ticks_made_at_every_resolution(
    tmp_path: Path,
) -> None:
    rows = (*bar_rows("A", 3), *bar_rows("A", 40, first=1, step=7))
    provider = await replay_of(file_of(tmp_path, *rows), Wall(), 1e5)
    made: dict[str, dict[int, StoredBar]] = {}
    with pytest.raises(ProviderEnded):
        async for tick in provider.ticks("A"):
            for resolution in provider.instruments()[0].resolutions:
                bars = made.setdefault(resolution, {})
                newest = bars[max(bars)] if bars else None
                bar = extend(newest, tick, resolution)
                bars[bar.time] = bar
                assert provider.forming("A", resolution) == bar
                assert provider.history("A", resolution, FAR, 99) == list(bars.values())
            assert provider.last_tick("A") == tick
            assert tick.time <= provider.now_ms()
    assert {name: len(bars) for name, bars in made.items()}["1D"] == 2


async def test_history_pages_back_to_the_first_bar(tmp_path: Path) -> None:
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 50)), Wall(), 1e9)
    await played(provider, "A")
    visited: list[StoredBar] = []
    before = FAR
    while page := provider.history("A", "5", before, 3):
        visited[:0] = page
        before = page[0].time
    assert visited == provider.history("A", "5", FAR, 999)
    assert sum(bar.volume for bar in visited) == sum(n * 7 for n in range(50))


async def test_ticks_of_one_time_keep_the_order_of_the_file(tmp_path: Path) -> None:
    rows = [row for pair in zip(bar_rows("B", 9), bar_rows("A", 9), strict=True) for row in pair]
    provider = await replay_of(file_of(tmp_path, *rows), Wall(), 1e9)
    seen: list[tuple[int, str]] = []

    async def listen(symbol: str) -> None:
        with pytest.raises(ProviderEnded):
            async for tick in provider.ticks(symbol):
                seen.append((tick.time, symbol))

    await asyncio.gather(listen("A"), listen("B"))
    assert seen == sorted(seen, key=lambda one: (one[0], one[1] == "A"))
    assert len(seen) == 2 * 4 * 9


async def test_ticks_of_a_tick_file_are_played_at_their_times(tmp_path: Path) -> None:
    rows = [f"{'AB'[n % 2]},{START + n * 25_000},{10 + n},{n}" for n in range(40)]
    wall = Wall()
    path = file_of(tmp_path, *rows, header="symbol,time,price,size")
    provider = await replay_of(path, wall, 1.0)
    begun = wall.monotonic_s()
    heard, _ = await asyncio.gather(played(provider, "A"), played(provider, "B"))
    assert [tick.last for tick in heard] == list(range(10, 50, 2))
    assert wall.monotonic_s() - begun == pytest.approx(39 * 25, abs=1e-3)
    (minute, *_) = provider.history("B", "1", FAR, 99)
    assert minute == StoredBar(START, 11, 11, 11, 11, 1)


async def test_symbol_without_a_listener_is_played_by_the_clock(tmp_path: Path) -> None:
    path = file_of(tmp_path, *bar_rows("A", 20), *bar_rows("B", 20))
    provider = await replay_of(path, Wall())
    async with aclosing(listening(provider, "A")) as ticks:
        async for tick in ticks:
            unheard = provider.last_tick("B")
            assert unheard is not None
            assert 0 <= tick.time - unheard.time <= 20_001
            if tick.time > START + 5 * MINUTE_MS:
                break
    late = await anext(provider.ticks("B"))
    assert late.time > START + 5 * MINUTE_MS


async def listening(provider: Provider, symbol: str) -> AsyncGenerator[Tick, None]:
    with pytest.raises(ProviderEnded):
        async for tick in provider.ticks(symbol):
            yield tick


async def test_listener_that_lags_loses_nothing_and_holds_the_time_back(tmp_path: Path) -> None:
    wall = Wall()
    path = file_of(tmp_path, *bar_rows("A", 9), *bar_rows("B", 9))
    provider = await replay_of(path, wall)
    ticks = []
    with pytest.raises(ProviderEnded):
        async for tick in provider.ticks("A"):
            ticks.append(tick)
            await wall.sleep(100.0)
            assert tick.time <= provider.now_ms() <= tick.time + 20_001
            assert provider.last_tick("A") == tick
    assert len(ticks) == 4 * 9


async def test_high_speed_leaves_the_loop_to_others(tmp_path: Path) -> None:
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 500)), Wall(), 1e12)
    heard = 0
    turns: list[int] = []

    async def count_turns() -> None:
        while True:
            turns.append(heard)
            await asyncio.sleep(0)

    other = asyncio.create_task(count_turns())
    with pytest.raises(ProviderEnded):
        async for _ in provider.ticks("A"):
            heard += 1
    other.cancel()
    assert heard == 2_000
    steps = [later - one for one, later in pairwise(turns)]
    assert max(steps) <= 50


async def test_slow_listener_leaves_the_loop_to_others_after_each_tick(tmp_path: Path) -> None:
    wall = Wall()
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 10)), wall, 1e12)
    turns = 0

    async def count_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    other = asyncio.create_task(count_turns())
    with pytest.raises(ProviderEnded):
        async for _ in provider.ticks("A"):
            wall.seconds += 0.01
    other.cancel()
    assert turns >= 40


async def test_listener_that_leaves_holds_nobody_up(tmp_path: Path) -> None:
    path = file_of(tmp_path, *bar_rows("A", 9), *bar_rows("B", 9))
    provider = await replay_of(path, Wall())

    async def listen_for_ever() -> None:
        async for _ in provider.ticks("A"):
            await asyncio.Event().wait()

    leaving = asyncio.create_task(listen_for_ever())
    staying = asyncio.create_task(played(provider, "B"))
    await asyncio.sleep(0)
    leaving.cancel()
    assert (await staying)[-1].time == START + 9 * MINUTE_MS - 1
    assert provider.now_ms() == START + 9 * MINUTE_MS - 1


async def test_two_listeners_of_one_symbol_hear_the_same(tmp_path: Path) -> None:
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 9)), Wall())
    one, other = await asyncio.gather(played(provider, "A"), played(provider, "A"))
    assert len(one) == 4 * 9
    assert other == one


async def test_end_is_told_again_and_everything_stays_readable(tmp_path: Path) -> None:
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 3)), Wall())
    ticks = await played(provider, "A")
    assert await played(provider, "A") == []
    assert provider.last_tick("A") == ticks[-1]
    assert len(provider.history("A", "1", FAR, 99)) == 3


async def test_each_start_replays_from_the_beginning(tmp_path: Path) -> None:
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 3)), Wall())
    first = await played(provider, "A")
    await provider.stop()
    assert list(provider.instruments()) == []
    await provider.start()
    assert provider.last_tick("A") is None
    assert await played(provider, "A") == first


async def test_rows_in_any_order_are_replayed_by_time(tmp_path: Path) -> None:
    rows = bar_rows("A", 5)
    provider = await replay_of(file_of(tmp_path, *reversed(rows), rows[2]), Wall())
    ticks = await played(provider, "A")
    assert len(ticks) == 20
    assert [tick.time for tick in ticks] == sorted(tick.time for tick in ticks)


async def test_S4_unknown_symbol_is_refused(tmp_path: Path) -> None:
    provider = await replay_of(file_of(tmp_path, *bar_rows("A", 2)), Wall())
    with pytest.raises(Refusal) as refused:
        provider.ticks("B")
    assert refused.value.code == "unknown_symbol"


@pytest.mark.parametrize("speed", [0.0, -1.0, float("nan"), float("inf")])
def test_speed_must_be_a_positive_number(speed: float, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="expected a replay speed above 0"):
        ReplayProvider(tmp_path / "f.csv", speed=speed)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((f"A,{START},1,2,3,1,1", f"A,{START + MINUTE_MS},1,1,1,1,1"), "line 2: high 2 is below"),
        (
            [f"A,{START + n * MINUTE_MS},{p},{p},{p},{p},1" for n, p in ((0, 1), (1, 1), (0, 2))],
            "line 4: repeats the time of line 2",
        ),
        (
            [f"A,{START + n * 60 * MINUTE_MS},1,1,1,1,1" for n in (0, 1)],
            "line 2: does not start on the grid of 60 minutes",
        ),
        ((), "expected rows below the header"),
    ],
)
async def test_file_that_cannot_be_replayed_is_refused_at_start(
    rows: list[str], words: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError, match="the replay file cannot be used") as refused:
        await ReplayProvider(file_of(tmp_path, *rows)).start()
    assert words in str(refused.value)


async def test_missing_file_is_refused_at_start(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="there is no such file"):
        await ReplayProvider(tmp_path / "absent.csv").start()
