from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.providers.base import ProviderEnded
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.testing import Published, ScriptedProvider
from trading_api.modules.datafeed.ws import DatafeedWsRouters
from trading_api.shared.ws.hub.freshness import FreshnessWatch
from trading_api.shared.ws.hub.hub import Hub, HubTopic
from trading_api.shared.ws.hub.lifecycle import TopicLifecycle
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.testing import ManualClock, settle
from trading_api.shared.ws.testing.core import idle_turn

TOPIC = 'market-status:{"symbol":"KO"}'
QUOTES = 'quotes:{"symbol":"KO"}'


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


async def until(happened: Callable[[], bool]) -> None:
    while not happened():
        await settle()


class HaltingProvider(ScriptedProvider):
    """A market that can be halted."""

    why: Any = None

    def halt(self, symbol: str) -> str | None:
        if isinstance(self.why, Exception):
            raise self.why
        return self.why if symbol == "KO" else None


class Watched:
    """The datafeed with a source that the test plays, and who listens."""

    def __init__(self, time: str) -> None:
        self.clock = ManualClock(moment(time))
        self.provider = HaltingProvider(self.clock)
        self.service = DatafeedService(self.provider, clock=self.clock)
        self.freshness = self.service.freshness
        self.told = Published()

    async def listen(self) -> "Watched":
        await self.freshness.create_topic(TOPIC, self.told)
        await settle()
        return self

    async def play(self, count: int = 1, gap_s: float = 1.0) -> None:
        for _ in range(count):
            self.clock.advance(gap_s)
            await self.provider.play(Tick(self.clock.now_ms(), 9, 11, 10, 1, 1, 1))

    def look(self) -> str:
        self.freshness.look()
        return self.freshness.status("KO").state  # type: ignore[union-attr]

    @property
    def states(self) -> list[str]:
        return [update.state for update in self.told.updates]


async def test_E4_a_muted_source_is_stale_within_its_bound_and_closed_after_the_close() -> None:
    watched = await Watched("2026-11-20T20:50").listen()
    await watched.play(30)

    while watched.clock.now_ms() < moment("2026-11-23T14:30"):
        watched.clock.advance(1 if len(watched.states) < 2 else 60)
        watched.freshness.look()

    stale, closed, live = watched.told.updates
    assert (stale.state, stale.since) == ("stale", moment("2026-11-20T20:50:41"))
    assert (closed.state, closed.since) == ("closed", moment("2026-11-20T21:00"))
    assert (closed.next_open, closed.next_close) == (moment("2026-11-23T14:30"), None)
    assert (live.state, live.next_close) == ("live", moment("2026-11-23T21:00"))
    await watched.service.stop()


async def test_who_comes_is_told_at_once_and_the_wire_has_the_bound() -> None:
    watched = await Watched("2026-11-21T12:00").listen()

    (status,) = watched.freshness.snapshot(TOPIC)

    assert status.model_dump() == {
        "symbol": "KO",
        "state": "closed",
        "since": moment("2026-11-20T21:00"),
        "stale_after": 60_000,
        "next_open": moment("2026-11-23T14:30"),
        "next_close": None,
        "reason": None,
    }
    await watched.service.stop()


async def test_a_halt_is_told_and_so_is_its_end() -> None:
    watched = await Watched("2026-11-20T16:00").listen()

    watched.provider.why = "news pending"
    halted = watched.look()
    watched.provider.why = None
    resumed = watched.look()

    assert (halted, resumed, watched.states) == ("halted", "live", ["halted", "live"])
    assert [update.reason for update in watched.told.updates] == ["news pending", None]
    await watched.service.stop()


async def test_the_end_of_a_source_is_told_at_once() -> None:
    watched = await Watched("2026-11-20T16:00").listen()

    await watched.provider.play(ProviderEnded("replay_ended", "the file is over"))

    assert [(one.state, one.reason) for one in watched.told.updates] == [
        ("stale", "the file is over")
    ]
    await watched.service.stop()


async def test_nothing_runs_without_listeners_and_what_was_learned_stays() -> None:
    watched = await Watched("2026-11-20T16:00").listen()
    await watched.play(30)
    (before,) = watched.freshness.snapshot(TOPIC)

    watched.freshness.remove_topic(TOPIC)
    await settle()
    idle = (len(watched.service.producers), watched.provider.running)
    unknown = watched.freshness.status("KO")
    await watched.listen()

    assert (idle, unknown) == ((0, 0), None)
    assert watched.freshness.snapshot(TOPIC)[0].stale_after == before.stale_after == 10_000  # type: ignore[attr-defined]
    await watched.service.stop()


class Held:
    """A topic that somebody listens to."""

    topic: HubTopic

    def started(self, topic: HubTopic) -> None:
        self.topic = topic

    def failed(self, error: Exception) -> None:
        raise error

    @property
    def code(self) -> str | None:
        return None if self.topic.trouble is None else self.topic.trouble.code


async def test_E4_streams_of_a_symbol_are_stale_in_session_and_not_over_a_weekend() -> None:
    watched, held = Watched("2026-11-20T20:50"), Held()
    lifecycle = TopicLifecycle(Hub(lambda: "e1", idle_turn()), Limits(), watched.clock)
    watch = FreshnessWatch(lifecycle, watched.clock)
    quotes = next(one for one in DatafeedWsRouters(watched.service) if one.route == "quotes")
    lifecycle.join(QUOTES, quotes, held)
    await until(lambda: hasattr(held, "topic"))
    await watched.play(30)

    def codes(start: str, end: str, step_s: float) -> set[str | None]:
        seen = set()
        watched.clock.advance((moment(start) - watched.clock.now_ms()) / 1000)
        while watched.clock.now_ms() < moment(end):
            watch.sweep()
            seen.add(held.code)
            watched.clock.advance(step_s)
        return seen

    assert codes("2026-11-20T20:50:31", "2026-11-20T20:50:40", 1) == {None}
    assert codes("2026-11-20T20:50:41", "2026-11-20T21:00", 1) == {"no_updates"}
    assert codes("2026-11-20T21:00", "2026-11-23T14:30:10", 10) == {None}
    assert codes("2026-11-23T14:30:11", "2026-11-23T14:31", 1) == {"no_updates"}
    await lifecycle.stop()
    await watched.service.stop()


async def test_a_symbol_that_never_ticked_is_stale_within_the_bound_of_any() -> None:
    watched = await Watched("2026-11-20T16:00").listen()
    await watched.service.create_topic(QUOTES, Published())

    watched.clock.advance(60)
    quiet = (watched.look(), watched.service.silence_bound_s(QUOTES))
    watched.clock.advance(1)

    assert quiet == ("quiet", None)
    assert (watched.look(), watched.service.silence_bound_s(QUOTES)) == ("stale", 60)
    await watched.service.stop()


def test_a_halt_refuses_orders_though_nobody_listens() -> None:
    watched = Watched("2026-11-20T16:00")
    trading = watched.freshness.refusal("KO")

    watched.provider.why = "news pending"
    halted = watched.freshness.refusal("KO")

    assert trading is None
    assert halted is not None and (halted.code, halted.temporary) == ("MARKET_HALTED", True)
    assert "news pending" in halted.message


@pytest.mark.parametrize(
    ("lie", "reason"), [(RuntimeError("no line"), "halt_failed"), (7, "wrong_type")]
)
async def test_who_lies_about_halts_halts_nothing(lie: Any, reason: str) -> None:
    watched = Watched("2026-11-20T16:00")
    watched.provider.why = lie
    await watched.listen()

    await watched.play()

    assert watched.look() == "live"
    assert set(watched.service.refused.of("simulated")) == {reason}
    await watched.service.stop()
