from typing import Any

import pytest

from trading_api.models.market import Depth
from trading_api.modules.datafeed.providers.base import Capabilities
from trading_api.modules.datafeed.providers.depth_source import Book, BookChange, Level
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.testing import Published
from trading_api.modules.datafeed.testing.scripted_tape import ScriptedTape
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.testing import ManualClock

NOW = 1_795_444_212_345
TOPIC = 'depth:{"symbol":"AAPL"}'
QUALIFIED = 'depth:{"symbol":"NASDAQ:AAPL"}'


def book(version: int, bid: int = 22_800, ask: int = 22_802) -> Book:
    return Book(version, NOW - 5, (Level(bid, 5), Level(bid - 1, 7)), (Level(ask, 4),))


def change(version: int, *bids: tuple[int, int]) -> BookChange:
    return BookChange(version, NOW - 4, tuple(Level(*one) for one in bids), ())


class Stage:
    """A datafeed whose book is the test's."""

    def __init__(self) -> None:
        self.clock = ManualClock(NOW)
        self.source = ScriptedTape(self.clock)
        self.service = DatafeedService(self.source, clock=self.clock)

    async def listen(self, topic: str = TOPIC) -> Published:
        listener = Published()
        await self.service.depth.create_topic(topic, listener)
        return listener

    @property
    def refused(self) -> dict[str, int]:
        return self.service.refused.of("simulated")


@pytest.fixture
async def stage() -> Any:
    stage = Stage()
    yield stage
    await stage.service.stop()


def told(listener: Published) -> list[tuple[int, int | None]]:
    return [(update.version, update.follows) for update in listener.updates]


async def test_the_book_comes_whole_then_as_changes(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.source.play(book(1), change(2, (22_800, 0), (22_799, 9)))

    whole, moved = listener.updates
    assert told(listener) == [(1, None), (2, 1)]
    assert (whole.time, whole.received, moved.time) == (NOW - 5, NOW, NOW - 4)
    assert [(one.price, one.size) for one in whole.bids] == [(228.0, 5.0), (227.99, 7.0)]
    assert [(one.price, one.size) for one in moved.bids] == [(228.0, 0.0), (227.99, 9.0)]


async def test_S5_each_spelling_begins_with_the_whole_book(stage: Stage) -> None:
    first = await stage.listen()
    await stage.source.play(book(1), change(2, (22_799, 9)))

    second = await stage.listen(QUALIFIED)
    await stage.source.play(change(3, (22_798, 1)))

    assert told(first) == [(1, None), (2, 1), (3, 2)]
    assert told(second) == [(2, None), (3, 2)]
    assert stage.source.running == 1


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        (change(4, (22_799, 9)), "version_hole"),
        (change(2, (22_802, 9)), "crossed"),
        (change(2, (22_799, -1)), "out_of_range"),
        (book(2, bid=22_803), "crossed"),
    ],
)
async def test_a_book_that_is_lost_is_fetched_anew(
    stage: Stage, lie: Book | BookChange, reason: str
) -> None:
    listener = await stage.listen()
    stage.source.whole = book(9)

    await stage.source.play(book(1), lie, change(10, (22_799, 1)))

    assert told(listener) == [(1, None), (9, None), (10, 9)]
    assert (stage.refused, stage.source.fetched) == ({reason: 1}, 1)


async def test_changes_older_than_the_fetched_book_are_passed_over(stage: Stage) -> None:
    listener = await stage.listen()
    stage.source.whole = book(9)

    await stage.source.play(book(1), change(4), change(8), change(9), change(10))

    assert told(listener) == [(1, None), (9, None), (10, 9)]
    assert stage.refused == {"version_hole": 1}


async def test_a_source_that_only_lies_is_asked_once_a_second(stage: Stage) -> None:
    listener = await stage.listen()
    stage.source.whole = book(1, bid=22_803)

    await stage.source.play(book(1), *[change(n) for n in range(5, 50)])
    asked = stage.source.fetched
    stage.clock.advance(1)
    stage.source.whole = book(60)
    await stage.source.play(change(61))

    assert (asked, stage.source.fetched) == (1, 2)
    assert told(listener) == [(1, None), (60, None)]


async def test_what_is_no_book_is_refused(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.source.play("noise", book(1))

    assert (stage.refused, told(listener)) == ({"wrong_type": 1}, [(1, None)])


async def test_S4_a_source_without_a_book_refuses(stage: Stage) -> None:
    stage.source.capabilities = Capabilities(stage.source.capabilities.resolutions)

    with pytest.raises(Refusal) as refused:
        await stage.listen()

    assert refused.value.code == "unsupported_feature"


async def test_S2_the_last_topic_leaves_the_source(stage: Stage) -> None:
    await stage.listen()
    await stage.source.play(book(1))

    stage.service.depth.remove_topic(TOPIC)
    await stage.source.play()

    assert stage.source.running == len(stage.service.producers) == 0


async def test_E4_a_source_that_dies_is_told(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.source.play(book(1), RuntimeError("cut"))

    assert listener.statuses == [("stale", "producer_failed")]
    assert isinstance(listener.updates[0], Depth)


async def test_E4_who_sees_the_book_of_a_dead_source_is_told_that_it_is(stage: Stage) -> None:
    await stage.listen()
    await stage.source.play(book(1), RuntimeError("cut"))
    told_in_order: list[str] = []

    class InOrder(Published):
        def __call__(self, update: Depth) -> None:
            told_in_order.append(f"book {update.version}")

        def status(self, state: str, code: str | None = None, message: str | None = None) -> None:
            told_in_order.append(state)

    await stage.service.depth.create_topic(QUALIFIED, InOrder())

    assert told_in_order == ["book 1", "stale"]
