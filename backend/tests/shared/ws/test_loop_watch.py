import asyncio

from trading_api.shared.ws.loop_watch import LoopWatch
from trading_api.shared.ws.testing.clocks import ManualClock


class Ended(Exception):
    """The test has seen enough."""


class LateSleeper:
    """Sleeps as long as it is asked, and then some."""

    def __init__(self, clock: ManualClock, lags: list[float]) -> None:
        self._clock = clock
        self._lags = lags

    async def sleep(self, seconds: float) -> None:
        if not self._lags:
            raise Ended
        self._clock.advance(seconds + self._lags.pop(0))


async def test_the_lag_is_what_came_on_top_of_the_sleep() -> None:
    clock, looks = ManualClock(), [0]
    sleeper = LateSleeper(clock, [0.0, 0.02, 0.3])
    watch = LoopWatch(clock, lambda: looks.append(1), sleeper.sleep)

    try:
        await watch.watch()
    except Ended:
        counts = dict(zip((*watch.lag.bounds, None), watch.lag.counts, strict=True))

    assert round(watch.lag.total, 6) == 0.32
    assert (counts[0.0001], counts[0.025], counts[1.0], sum(looks)) == (1, 1, 1, 3)


async def test_a_watch_that_ended_looks_no_more() -> None:
    watch = LoopWatch(ManualClock(), lambda: None, asyncio.sleep)
    before = asyncio.all_tasks()
    watch.start()

    await watch.stop()
    await watch.stop()

    assert asyncio.all_tasks() == before
