"""From the datafeed's integers to the wire's numbers."""

from trading_api.models.market import Bar, DataStatus, SymbolInfo

from .instruments import Instrument, StoredBar


def wire_bar(bar: StoredBar, instrument: Instrument) -> Bar:
    """Return the bar as it is sent: each number the nearest to the exact decimal."""
    scale = instrument.price_scale
    return Bar(
        time=bar.time,
        open=bar.open / scale,
        high=bar.high / scale,
        low=bar.low / scale,
        close=bar.close / scale,
        volume=bar.volume / 10**instrument.volume_precision,
    )


def symbol_info(instrument: Instrument) -> SymbolInfo:
    """Return the instrument as TradingView's library describes one."""
    intraday = [name for name in instrument.resolutions if name != "1D"]
    return SymbolInfo(
        name=instrument.symbol,
        ticker=instrument.symbol,
        description=instrument.description,
        type=instrument.type,
        session=instrument.session,
        timezone=instrument.timezone,
        exchange=instrument.exchange,
        listed_exchange=instrument.exchange,
        format="price",
        pricescale=instrument.price_scale,
        minmov=instrument.min_move,
        has_intraday=bool(intraday),
        has_daily="1D" in instrument.resolutions,
        supported_resolutions=list(instrument.resolutions),
        volume_precision=instrument.volume_precision,
        data_status=DataStatus.STREAMING if instrument.live else DataStatus.END_OF_DAY,
        currency_code=instrument.currency,
    )
