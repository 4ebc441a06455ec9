"""Time that passes when the test says."""

import asyncio

from trading_api.shared.ws.testing import ManualClock, SteppedClock


def test_an_hour_passes_at_once() -> None:
    clock = ManualClock(now_ms=1_700_000_000_000)

    clock.advance(3600)

    assert clock.now_ms() == 1_700_003_600_000


async def test_sleepers_wake_in_their_order() -> None:
    clock, woken = SteppedClock(), list[float]()

    async def sleeper(seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append(seconds)

    sleeping = asyncio.gather(sleeper(20), sleeper(10))
    await clock.step(3600)
    await sleeping

    assert woken == [10, 20]
