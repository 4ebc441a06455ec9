import asyncio

import pytest

from trading_api.modules.datafeed.testing import Published
from trading_api.recording.playback import Playback, TapeClock
from trading_api.recording.taped_topics import Happening, TapedTopic
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.testing import ManualClock, settle

AAPL, ORDERS = 'quotes:{"symbol":"AAPL"}', 'orders:{"accountId":"demo"}'


class Stage:
    """A tape of two topics whose time moves when the test says."""

    def __init__(self, *, start_ms: int = 0) -> None:
        self.clock = ManualClock(0)
        self.woken = asyncio.Event()
        topics = {
            AAPL: TapedTopic("e1", 4, [Entry(4, 1, "0")], self.updates(AAPL, 5, (100, 200, 300))),
            ORDERS: TapedTopic("e2", 7, [], self.updates(ORDERS, 8, (150, 250))),
        }
        self.tape = TapeClock(self.clock, speed=2, start_ms=start_ms)
        self.playback = Playback(topics, self.tape, lambda topic, payload: "", self._sleep)

    def updates(self, topic: str, first: int, times: tuple[int, ...]) -> list[Happening]:
        return [
            Happening(at, at, topic, Entry(first + number, at, str(at)))
            for number, at in enumerate(times)
        ]

    async def _sleep(self, seconds: float) -> None:
        if seconds > 0:
            self.woken.clear()
            await self.woken.wait()

    async def listen(self, topic: str) -> Published:
        published = Published()
        await self.playback.create_topic(topic, published)
        return published

    async def pass_ms(self, milliseconds: float) -> None:
        self.clock.advance(milliseconds / 1000)
        self.woken.set()
        await settle()


def seqs(published: Published) -> list[int]:
    return [entry.seq for entry in published.updates]


async def test_the_tape_waits_for_a_listener_and_plays_at_its_speed() -> None:
    stage = Stage()
    await stage.pass_ms(10_000)
    published = await stage.listen(AAPL)
    assert seqs(published) == [4]

    await stage.pass_ms(60)
    assert seqs(published) == [4, 5]

    await stage.pass_ms(40)
    assert seqs(published) == [4, 5, 6]
    assert stage.playback.epoch(AAPL) == "e1"


async def test_who_comes_later_is_brought_to_where_the_tape_is() -> None:
    stage = Stage()
    await stage.listen(AAPL)
    await stage.pass_ms(130)

    published = await stage.listen(ORDERS)

    assert seqs(published) == [8, 9]


async def test_a_tape_can_begin_in_its_middle() -> None:
    stage = Stage(start_ms=220)

    assert seqs(await stage.listen(AAPL)) == [4, 5, 6]


async def test_R1_a_lossless_topic_has_its_record_as_far_as_it_was_played() -> None:
    stage = Stage()
    await stage.listen(AAPL)
    await stage.pass_ms(80)
    history = stage.playback.history(ORDERS)

    position = await history.position()
    assert (position.epoch, position.floor, position.top) == ("e2", 7, 8)
    assert [entry.seq for entry in await history.page(7, 9)] == [8]


async def test_its_end_is_said() -> None:
    stage = Stage()
    published = await stage.listen(AAPL)

    await stage.pass_ms(200)

    assert published.statuses == [("stale", "replay_ended")]


async def test_who_comes_after_its_end_is_told_so() -> None:
    stage = Stage()
    await stage.listen(AAPL)
    await stage.pass_ms(200)

    published = await stage.listen(ORDERS)

    assert seqs(published) == [8, 9]
    assert published.statuses == [("stale", "replay_ended")]


async def test_R1_the_record_is_never_ahead_of_what_was_told() -> None:
    stage = Stage()
    await stage.listen(ORDERS)
    stage.clock.advance(1)

    position = await stage.playback.history(ORDERS).position()

    assert position.top == 7


async def test_S4_a_topic_that_was_not_recorded_is_refused() -> None:
    with pytest.raises(Refusal, match="expected a topic that was recorded"):
        await Stage().listen('quotes:{"symbol":"MSFT"}')
