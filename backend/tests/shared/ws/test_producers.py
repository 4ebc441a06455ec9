import asyncio

from trading_api.shared.log_context import CONNECTION, about
from trading_api.shared.ws.producers import FIRST_DELAY_S, HEALTHY_AFTER_S, Producers
from trading_api.shared.ws.testing import ManualClock, settle


class Sleeps:
    """Sleeps that take no time and are remembered."""

    def __init__(self) -> None:
        self.delays: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.delays.append(seconds)


class Source:
    """A producer's work that dies as often as it is told, then waits for ever."""

    def __init__(
        self, deaths: int, *, lives_s: float = 0, clock: ManualClock | None = None
    ) -> None:
        self.runs = 0
        self.settled = asyncio.Event()
        self._deaths = deaths
        self._lives_s = lives_s
        self._clock = clock

    async def run(self) -> None:
        self.runs += 1
        if self._clock is not None:
            self._clock.advance(self._lives_s)
        if self.runs <= self._deaths:
            raise ConnectionError("lost")
        self.settled.set()
        await asyncio.Event().wait()


async def test_E4_a_dead_producer_is_restarted_with_growing_delays() -> None:
    sleeps, source = Sleeps(), Source(deaths=3)
    producers = Producers(sleep=sleeps, chance=lambda: 1.0)

    producers.start("source", source.run)
    await source.settled.wait()

    assert sleeps.delays == [FIRST_DELAY_S, 2 * FIRST_DELAY_S, 4 * FIRST_DELAY_S]
    assert producers.restarts == 3 and len(producers) == 1
    await producers.stop()


async def test_E4_its_subscribers_are_told_of_each_death() -> None:
    told: list[Exception] = []
    source = Source(deaths=2)
    producers = Producers(sleep=Sleeps())

    producers.start("source", source.run, on_restart=told.append)
    await source.settled.wait()

    assert [type(error) for error in told] == [ConnectionError, ConnectionError]
    await producers.stop()


async def test_E4_a_healthy_run_forgets_the_backoff() -> None:
    clock, sleeps = ManualClock(), Sleeps()
    source = Source(deaths=3, lives_s=HEALTHY_AFTER_S, clock=clock)
    producers = Producers(clock=clock, sleep=sleeps, chance=lambda: 1.0)

    producers.start("source", source.run)
    await source.settled.wait()

    assert sleeps.delays == [FIRST_DELAY_S] * 3
    await producers.stop()


async def test_S2_a_cancelled_producer_is_gone() -> None:
    source = Source(deaths=0)
    producers = Producers()
    producer = producers.start("source", source.run)
    await source.settled.wait()

    producer.cancel()
    await producers.stop()

    assert len(producers) == 0


async def test_a_producer_that_returns_has_finished() -> None:
    producers, done = Producers(), asyncio.Event()

    async def run() -> None:
        done.set()

    producers.start("once", run)
    await done.wait()
    await producers.stop()

    assert len(producers) == 0 and producers.restarts == 0


async def test_E4_one_that_breaks_its_promise_of_life_is_restarted_and_told_why() -> None:
    told: asyncio.Queue[str] = asyncio.Queue()
    source, producers = Source(deaths=0), Producers(sleep=Sleeps())

    producers.start(
        "hung", source.run, on_restart=lambda fault: told.put_nowait(str(fault)),
        beats_within_s=0.01,
    )  # fmt: skip

    assert await told.get() == "no sign of life within 0.01 s"
    assert (producers.restarts, producers.hung) == (1, 1)
    await producers.stop()


async def test_E4_a_sign_of_life_puts_the_restart_off() -> None:
    producers, done = Producers(sleep=Sleeps()), asyncio.Event()

    async def run() -> None:
        lively.beat()
        done.set()

    lively = producers.start("lively", run, beats_within_s=60)
    await done.wait()

    assert producers.restarts == 0
    await producers.stop()


async def test_E4_a_producer_is_about_no_connection_whoever_asked_first() -> None:
    seen: list[int | None] = []

    async def look() -> None:
        seen.append(CONNECTION.get())

    producers = Producers()
    with about(5):
        producers.start("source", look)
    await settle()

    assert seen == [None]
