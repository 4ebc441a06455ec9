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
