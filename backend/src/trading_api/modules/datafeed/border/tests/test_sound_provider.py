from dataclasses import replace

from trading_api.modules.datafeed.border import RefusedData, SoundProvider
from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.shared.ws.testing import ManualClock

NOW = 1_795_444_212_345


class AheadProvider(SimulatedProvider):
    """One whose newest tick is a day ahead."""

    def last_tick(self, symbol: str) -> Tick:
        tick = super().last_tick(symbol)
        assert tick is not None
        return replace(tick, time=tick.time + 86_400_000)


def test_a_newest_tick_of_the_future_is_none() -> None:
    refused = RefusedData()
    provider = SoundProvider(AheadProvider(seed=1, clock=ManualClock(NOW)), refused)

    assert provider.last_tick("AAPL") is None
    assert refused.of("simulated") == {"time_ahead": 1}


def test_what_was_counted_is_as_of_its_reading() -> None:
    refused = RefusedData()
    before = refused.counts

    SoundProvider(AheadProvider(seed=1, clock=ManualClock(NOW)), refused).last_tick("AAPL")

    assert (before.total(), refused.total) == (0, 1)


def test_a_clock_that_is_put_right_does_not_make_bars_go_back() -> None:
    clock, refused = ManualClock(NOW), RefusedData()
    provider = SoundProvider(SimulatedProvider(seed=1, clock=clock), refused)
    clock.advance(30 * 3_600)
    assert provider.forming("AAPL", "1D") and provider.forming("AAPL", "1")
    clock.advance(-30 * 3_600)

    bars = [provider.forming("AAPL", resolution) for resolution in ("1D", "1")]

    assert None not in bars
    assert refused.total == 0
