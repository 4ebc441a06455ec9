"""The simulated instruments: real metadata, and each its own character."""

from dataclasses import dataclass, replace

from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.resolutions import RESOLUTIONS

NEW_YORK = "America/New_York"
UTC = "Etc/UTC"


@dataclass(frozen=True)
class Character:
    """How an instrument behaves; prices count ticks, volumes the instrument's smallest unit."""

    instrument: Instrument
    base_ticks: int
    """The price around which it wanders over the years."""
    daily_volatility: float
    wander: float
    """Deviation of the logarithm of its price from the base, over the years."""
    daily_volume: int
    ticks_a_minute: int
    """At least 180: then no second passes with fewer than two."""
    spread_ticks: int
    depth: int
    """Usual size at the best bid and ask, beyond the least of 100 whole units."""
    day_peak_minute: int
    """Minute of the UTC day around which trading is liveliest."""
    day_peak_height: float


def _instrument(
    name: str, description: str, kind: str, place: tuple[str, str, str], scale: tuple[int, int, int]
) -> Instrument:
    exchange, currency, timezone = place
    price_scale, min_move, volume_precision = scale
    return Instrument(
        symbol=name,
        description=description,
        exchange=exchange,
        type=kind,
        currency=currency,
        timezone=timezone,
        session="24x7",
        price_scale=price_scale,
        min_move=min_move,
        volume_precision=volume_precision,
        resolutions=RESOLUTIONS,
        live=True,
    )


_NASDAQ = ("NASDAQ", "USD", NEW_YORK)
_NYSE = ("NYSE", "USD", NEW_YORK)
_OTC = ("OTC", "USD", NEW_YORK)
_ARCA = ("ARCA", "USD", NEW_YORK)
_COINBASE = ("COINBASE", "USD", UTC)
_FOREX = ("FX", "USD", UTC)
_CENTS = (100, 1, 0)

CHARACTERS: tuple[Character, ...] = (
    Character(
        _instrument("AAPL", "Apple Inc.", "stock", _NASDAQ, _CENTS),
        base_ticks=22_800,
        daily_volatility=0.014,
        wander=0.14,
        daily_volume=58_000_000,
        ticks_a_minute=270,
        spread_ticks=1,
        depth=600,
        day_peak_minute=1050,
        day_peak_height=2.5,
    ),
    Character(
        _instrument("MSFT", "Microsoft Corporation", "stock", _NASDAQ, _CENTS),
        base_ticks=43_200,
        daily_volatility=0.012,
        wander=0.12,
        daily_volume=24_000_000,
        ticks_a_minute=240,
        spread_ticks=3,
        depth=300,
        day_peak_minute=1050,
        day_peak_height=2.5,
    ),
    Character(
        _instrument("NVDA", "NVIDIA Corporation", "stock", _NASDAQ, _CENTS),
        base_ticks=14_600,
        daily_volatility=0.027,
        wander=0.30,
        daily_volume=210_000_000,
        ticks_a_minute=300,
        spread_ticks=1,
        depth=1_500,
        day_peak_minute=1050,
        day_peak_height=2.5,
    ),
    Character(
        _instrument("SPY", "SPDR S&P 500 ETF Trust", "fund", _ARCA, _CENTS),
        base_ticks=59_000,
        daily_volatility=0.008,
        wander=0.08,
        daily_volume=70_000_000,
        ticks_a_minute=300,
        spread_ticks=1,
        depth=2_500,
        day_peak_minute=1050,
        day_peak_height=2.5,
    ),
    Character(
        _instrument("F", "Ford Motor Company", "stock", _NYSE, _CENTS),
        base_ticks=1_150,
        daily_volatility=0.013,
        wander=0.12,
        daily_volume=52_000_000,
        ticks_a_minute=180,
        spread_ticks=1,
        depth=12_000,
        day_peak_minute=1050,
        day_peak_height=2.5,
    ),
    Character(
        _instrument("BTC/USD", "Bitcoin / US Dollar", "crypto", _COINBASE, (100, 1, 4)),
        base_ticks=9_400_000,
        daily_volatility=0.026,
        wander=0.28,
        daily_volume=280_000_000,
        ticks_a_minute=360,
        spread_ticks=120,
        depth=900_000,
        day_peak_minute=930,
        day_peak_height=0.8,
    ),
    Character(
        _instrument("ETH/USD", "Ethereum / US Dollar", "crypto", _COINBASE, (100, 1, 3)),
        base_ticks=330_000,
        daily_volatility=0.036,
        wander=0.35,
        daily_volume=310_000_000,
        ticks_a_minute=300,
        spread_ticks=9,
        depth=250_000,
        day_peak_minute=930,
        day_peak_height=0.8,
    ),
    Character(
        _instrument("EUR/USD", "Euro / US Dollar", "forex", _FOREX, (100_000, 1, 0)),
        base_ticks=109_500,
        daily_volatility=0.0046,
        wander=0.035,
        daily_volume=420_000_000,
        ticks_a_minute=240,
        spread_ticks=6,
        depth=900_000,
        day_peak_minute=840,
        day_peak_height=1.4,
    ),
    Character(
        _instrument(
            "USD/JPY", "US Dollar / Japanese Yen", "forex", ("FX", "JPY", UTC), (1_000, 1, 0)
        ),
        base_ticks=149_500,
        daily_volatility=0.0058,
        wander=0.05,
        daily_volume=350_000_000,
        ticks_a_minute=240,
        spread_ticks=5,
        depth=700_000,
        day_peak_minute=60,
        day_peak_height=1.2,
    ),
    Character(
        _instrument("XAU/USD", "Gold Spot / US Dollar", "commodity", _FOREX, (100, 5, 0)),
        base_ticks=53_000,
        daily_volatility=0.0095,
        wander=0.11,
        daily_volume=26_000_000,
        ticks_a_minute=210,
        spread_ticks=5,
        depth=400,
        day_peak_minute=870,
        day_peak_height=1.6,
    ),
    Character(
        replace(
            _instrument("LATE", "A stock whose tape runs late (invented)", "stock", _OTC, _CENTS),
            corrected=True,
        ),
        base_ticks=4_800,
        daily_volatility=0.022,
        wander=0.2,
        daily_volume=9_000_000,
        ticks_a_minute=180,
        spread_ticks=2,
        depth=700,
        day_peak_minute=1050,
        day_peak_height=2.0,
    ),
)
