"""The simulated instruments with sessions: one of New York, one of Tokyo with its lunch."""

from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.providers.simulated_market import Character
from trading_api.modules.datafeed.resolutions import RESOLUTIONS

SESSION_CHARACTERS: tuple[Character, ...] = (
    Character(
        Instrument(
            symbol="KO",
            description="The Coca-Cola Company (New York hours)",
            exchange="NYSE",
            type="stock",
            currency="USD",
            timezone="America/New_York",
            session="0930-1600",
            price_scale=100,
            min_move=1,
            volume_precision=0,
            resolutions=RESOLUTIONS,
            live=True,
            calendar="XNYS",
        ),
        base_ticks=6_900,
        daily_volatility=0.009,
        wander=0.09,
        daily_volume=26_000_000,
        ticks_a_minute=210,
        spread_ticks=1,
        depth=900,
        day_peak_minute=1050,
        day_peak_height=2.5,
    ),
    Character(
        Instrument(
            symbol="7203",
            description="Toyota Motor Corporation (Tokyo hours)",
            exchange="TSE",
            type="stock",
            currency="JPY",
            timezone="Asia/Tokyo",
            session="0900-1130,1230-1530",
            price_scale=10,
            min_move=5,
            volume_precision=0,
            resolutions=RESOLUTIONS,
            live=True,
            calendar="XTKS",
        ),
        base_ticks=5_700,
        daily_volatility=0.013,
        wander=0.12,
        daily_volume=60_000_000,
        ticks_a_minute=240,
        spread_ticks=1,
        depth=4_000,
        day_peak_minute=190,
        day_peak_height=2.5,
    ),
)
