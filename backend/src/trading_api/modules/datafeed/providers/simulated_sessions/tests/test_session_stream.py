from datetime import UTC, datetime

from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.shared.ws.testing import ManualClock


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


async def test_a_stream_is_silent_at_lunch_and_goes_on_after_it() -> None:
    clock = ManualClock(moment("2026-11-24T02:29:58"))

    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    market = SimulatedProvider(seed=7, clock=clock, sleep=sleep)
    ticks = market.ticks("7203")
    seen = [await anext(ticks) for _ in range(9)]

    times = [tick.time for tick in seen]
    opens = moment("2026-11-24T03:30")
    assert times == sorted(times)
    assert [time for time in times if moment("2026-11-24T02:30") <= time < opens] == []
    assert opens in times
    await ticks.aclose()
