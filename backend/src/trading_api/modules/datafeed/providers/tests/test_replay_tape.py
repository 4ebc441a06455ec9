from pathlib import Path

from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.providers.replay import ReplayProvider

START = 1_704_239_880_000
BARS = "symbol,time,open,high,low,close,volume\n"
RISING = f"X,{START},10,14,9,12,40\n"
FALLING = f"X,{START + 60_000},11,13,8,9,40\n"


class Standing:
    """A clock that the test moves."""

    seconds = 100.0

    def now_ms(self) -> int:
        return int(self.seconds * 1000)

    def monotonic_s(self) -> float:
        return self.seconds


async def replay_of(folder: Path, text: str, clock: Standing | None = None) -> ReplayProvider:
    path = folder / "replayed.csv"
    path.write_text(text)
    provider = ReplayProvider(path, clock=clock or Standing())
    await provider.start()
    return provider


def all_ticks(provider: ReplayProvider) -> list[Tick]:
    found, time = [], 0
    while (tick := provider.tick_after("X", time)) is not None:
        found.append(tick)
        time = tick.time
    return found


async def test_a_tape_has_every_tick_whether_played_or_not(tmp_path: Path) -> None:
    provider = await replay_of(tmp_path, BARS + RISING + FALLING)
    assert [tick.last for tick in all_ticks(provider)] == [10, 9, 14, 12, 11, 13, 8, 9]


async def test_each_bar_opens_after_time_without_trading(tmp_path: Path) -> None:
    provider = await replay_of(tmp_path, BARS + RISING + FALLING)
    opened = [tick.last for tick in all_ticks(provider) if provider.opens("X", tick.time)]
    assert opened == [10, 11]
    assert not provider.is_quoted("X")


async def test_of_several_ticks_in_one_millisecond_the_last_counts(tmp_path: Path) -> None:
    rows = [f"X,{START},5", f"X,{START},7", f"X,{START + 1},6"]
    provider = await replay_of(tmp_path, "symbol,time,price\n" + "\n".join(rows))
    assert [tick.last for tick in all_ticks(provider)] == [7, 6]


async def test_quotes_of_a_file_are_quotes(tmp_path: Path) -> None:
    provider = await replay_of(tmp_path, f"symbol,time,bid,ask\nX,{START},5,7\n")
    assert provider.is_quoted("X")
    assert provider.tick_until("X", START - 1) is None
    assert provider.tick_until("X", START + 9) == all_ticks(provider)[0]


async def test_the_content_names_the_bytes_of_the_file(tmp_path: Path) -> None:
    first = await replay_of(tmp_path, BARS + RISING + FALLING)
    again = await replay_of(tmp_path, BARS + RISING + FALLING)
    other = await replay_of(tmp_path, BARS + FALLING + RISING)
    assert first.content == again.content != other.content


async def test_whoever_trades_lets_the_time_begin(tmp_path: Path) -> None:
    clock = Standing()
    provider = await replay_of(tmp_path, BARS + RISING + FALLING, clock)
    clock.seconds += 20
    assert provider.now_ms() == START - 1
    provider.begin()
    clock.seconds += 20
    assert provider.now_ms() == START + 20_000


async def test_a_resumed_replay_stands_where_it_stood_until_it_begins(tmp_path: Path) -> None:
    clock = Standing()
    provider = await replay_of(tmp_path, BARS + RISING + FALLING, clock)
    provider.resume(START + 70_000)
    clock.seconds += 20
    assert provider.now_ms() == START + 70_000
    assert len(provider.history("X", "1", START + 10**6, 9)) == 2
    provider.begin()
    clock.seconds += 5
    assert provider.now_ms() == START + 75_000


async def test_a_replay_that_runs_is_put_forward_and_never_back(tmp_path: Path) -> None:
    clock = Standing()
    provider = await replay_of(tmp_path, BARS + RISING + FALLING, clock)
    provider.begin()
    provider.resume(START + 30_000)
    clock.seconds += 1
    provider.resume(START + 10_000)
    assert provider.now_ms() == START + 31_000


async def test_a_replay_says_why_its_time_stands(tmp_path: Path) -> None:
    provider = await replay_of(tmp_path, BARS + RISING + FALLING)
    before = provider.standstill()
    provider.begin()
    during = provider.standstill()
    provider.resume(START + 10**9)
    assert "begins with the first listener or order" in before
    assert during == ""
    assert "has come to its end" in provider.standstill()


async def test_a_listener_of_a_replay_that_is_put_forward_hears_what_lies_between(
    tmp_path: Path,
) -> None:
    provider = await replay_of(tmp_path, BARS + RISING + FALLING)
    ticks = provider.ticks("X")
    heard = [(await anext(ticks)).last]
    provider.resume(START + 10**9)
    heard += [(await anext(ticks)).last for _ in range(7)]
    await ticks.aclose()
    assert heard == [10, 9, 14, 12, 11, 13, 8, 9]
