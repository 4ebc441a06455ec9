import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.base import Capabilities
from trading_api.modules.datafeed.received.keeper import Keeper, Keeping
from trading_api.modules.datafeed.received.received_file import ReceivedFile
from trading_api.modules.datafeed.received.spans import Span
from trading_api.modules.datafeed.received.tick_blocks import unpacked
from trading_api.modules.datafeed.testing import ScriptedProvider
from trading_api.modules.datafeed.tick_sources import HeardTick, TickSources
from trading_api.shared.ws.producers import Producers
from trading_api.shared.ws.testing import ManualClock, settle

MINUTE = 60_000
START = 1_795_183_200_000
DAY = 24 * 60 * MINUTE


class Listener:
    def ticked(self) -> None: ...
    def interrupted(self, error: Exception) -> None: ...
    def ended(self, end: Exception) -> None: ...


class Stage:
    """A source that a keeper hears; the test moves the clock and says when is written."""

    def __init__(self, folder: Path, keeping: Keeping) -> None:
        self.clock = ManualClock(START)
        self.provider = ScriptedProvider(self.clock)
        self.file = ReceivedFile(folder / "received.sqlite3")
        self.due, self.written = asyncio.Event(), asyncio.Event()
        self.keeper = Keeper(
            self.file, keeping, self.provider, clock=self.clock, sleep=self._until_due
        )
        producers = Producers(sleep=self._never)
        self.sources = TickSources(self.provider, producers, self.clock, keeper=self.keeper)
        self.listener = Listener()

    def hold_threads(self) -> None:
        """Keep the loop's only thread busy, so that a write waits for its turn."""
        self._go_on = threading.Event()
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        loop.run_in_executor(None, self._go_on.wait)

    def let_threads_go(self) -> None:
        self._go_on.set()

    async def _never(self, seconds: float) -> None:
        await asyncio.Event().wait()

    async def _until_due(self, seconds: float) -> None:
        """Sleep once until the test says so; who sleeps again has written."""
        if self.due.is_set():
            self.written.set()
            await self._never(seconds)
        await self.due.wait()

    async def hear(self, *ticks: Tick) -> None:
        """Play each tick at its time."""
        for tick in ticks:
            self.clock.advance((tick.time - self.clock.now_ms()) / 1000)
            await self.provider.play(tick)

    def join(self, symbol: str = "AAPL") -> None:
        self.sources.join(symbol, self.listener)

    async def leave(self) -> None:
        self.sources.leave("AAPL", self.listener)
        await settle()

    def stored(self) -> list[StoredBar]:
        with self.file.reader() as reader:
            return [bar for one in reader.series() for bar in reader.bars(one, 0, 2**62)]

    def spans(self) -> list[Span]:
        with self.file.reader() as reader:
            return [span for one in reader.series() for span in reader.heard(one)]

    def ticks(self) -> list[HeardTick]:
        with self.file.reader() as reader:
            blocks = [block for one in reader.series() for block in reader.blocks(one, 0, 2**62)]
            return [tick for block in blocks for tick in unpacked(block)]


def at(after_ms: int, last: int = 100) -> Tick:
    return Tick(START + after_ms, last - 1, last + 1, last, 5, 5, 1)


async def test_minutes_that_were_heard_whole_are_kept(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping())
    stage.join()
    await stage.hear(at(0, 100), at(59_000, 104), at(MINUTE, 103), at(2 * MINUTE + 2000, 105))

    await stage.keeper.write()

    assert stage.stored() == [
        StoredBar(START, 100, 104, 100, 104, 2),
        StoredBar(START + MINUTE, 103, 103, 103, 103, 1),
    ]
    assert stage.ticks() == []


async def test_minutes_that_a_late_trade_may_change_are_not_kept(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping(ticks=True))
    stage.join("LATE")
    await stage.hear(at(0), at(MINUTE), at(2 * MINUTE + 2000))

    await stage.keeper.write()

    assert not stage.file.exists


async def test_ticks_are_kept_where_that_is_asked_for(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping(ticks=True))
    stage.join()
    await stage.hear(at(0), at(500))
    await stage.keeper.write()
    await stage.hear(at(900, 101))

    await stage.keeper.write()

    ticks = at(0), at(500), at(900, 101)
    assert stage.ticks() == [HeardTick(tick, tick.time) for tick in ticks]


async def test_what_nobody_listened_to_is_known(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping())
    stage.join()
    await stage.hear(at(0), at(90_000))
    await stage.leave()
    stage.join()
    await stage.hear(at(300_000), at(400_000))

    await stage.keeper.write()

    assert stage.spans() == [
        Span(START, START + 89_000),
        Span(START + 300_000, START + 399_000),
    ]


async def test_a_source_that_dies_is_not_heard_until_it_speaks_again(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping())
    stage.join()
    await stage.hear(at(0), at(60_000))
    await stage.provider.play(OSError("line cut"))
    stage.clock.advance(600)

    await stage.keeper.write()

    assert stage.spans() == [Span(START, START + 59_000)]


async def test_a_provider_with_a_time_of_its_own_is_not_kept(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping(ticks=True))
    stage.provider.capabilities = Capabilities(("1",), own_time=True)
    stage.join()
    await stage.hear(at(0), at(90_000))

    await stage.keeper.write()

    assert not stage.file.exists


async def test_what_could_not_be_written_counts_as_not_heard(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "missing", Keeping())
    (tmp_path / "missing").write_text("a file where a folder should be")
    stage.join()
    await stage.hear(at(0), at(90_000))
    await stage.keeper.write()
    (tmp_path / "missing").unlink()
    await stage.hear(at(130_000), at(140_000))

    await stage.keeper.write()

    assert (stage.stored(), stage.spans()) == ([], [Span(START + 130_000, START + 139_000)])


async def test_a_volume_beyond_what_can_be_stored_ends_no_keeping(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping())
    stage.join()
    await stage.hear(at(0))
    for _ in range(1025):
        stage.keeper.heard("AAPL", HeardTick(Tick(START, 99, 101, 100, 5, 5, 2**53), START))
    stage.clock.advance(90)

    await stage.keeper.write()
    await stage.hear(at(130_000))
    await stage.keeper.write()

    assert stage.spans() == [Span(START + 130_000, START + 130_000)]


async def test_what_is_too_old_is_forgotten(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping(ticks=True, bars_days=2, ticks_days=1))
    stage.join()
    await stage.hear(at(0), at(MINUTE))
    await stage.keeper.write()
    await stage.hear(at(DAY + MINUTE), at(2 * DAY + MINUTE - 1000))
    await stage.keeper.write()

    assert [bar.time - START for bar in stage.stored()] == [MINUTE, DAY + MINUTE]
    assert [one.tick.time - START for one in stage.ticks()] == [
        DAY + MINUTE,
        2 * DAY + MINUTE - 1000,
    ]


async def test_it_writes_from_time_to_time_and_at_its_end(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping(ticks=True))
    stage.join()
    stage.keeper.start()
    await stage.hear(at(0))
    stage.due.set()
    await stage.written.wait()
    assert [one.tick.time - START for one in stage.ticks()] == [0]

    await stage.hear(at(900))
    await stage.keeper.stop()

    assert [one.tick.time - START for one in stage.ticks()] == [0, 900]


async def test_its_end_waits_for_what_is_being_written(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Keeping(ticks=True))
    stage.join()
    stage.keeper.start()
    await stage.hear(at(0))
    stage.hold_threads()
    stage.due.set()
    await settle()

    ending = asyncio.create_task(stage.keeper.stop())
    await settle()
    stage.let_threads_go()
    await ending

    assert [one.tick.time - START for one in stage.ticks()] == [0]
