"""From the datafeed's integers to the wire's numbers."""

from collections.abc import Iterable
from math import ceil

from pydantic_core import SchemaSerializer, core_schema

from trading_api.models.market import Bar, DataStatus, SymbolInfo
from trading_api.shared.charts import BarRow, BarsPage

from .instruments import Instrument, StoredBar
from .providers.base import Capabilities
from .resolutions import DAILY, BarTuple
from .sessions import calendar_named


def wire_rows(bars: Iterable[BarTuple], instrument: Instrument) -> list[BarRow]:
    """Return bars as they are sent: each number the nearest to the exact decimal."""
    scale, units = instrument.price_scale, 10**instrument.volume_precision
    return [
        {
            "time": time,
            "open": open_ / scale,
            "high": high / scale,
            "low": low / scale,
            "close": close / scale,
            "volume": volume / units,
        }
        for time, open_, high, low, close, volume in bars
    ]


def wire_bar(bar: StoredBar, instrument: Instrument) -> Bar:
    """Return one bar as it is sent."""
    (row,) = wire_rows([bar], instrument)
    return Bar(**row)


def page_json(page: BarsPage) -> bytes:
    """Return the JSON of the `GetBarsResponse` that has these fields."""
    return _PAGE.to_json(page, warnings="error")


def symbol_info(instrument: Instrument, source: Capabilities) -> SymbolInfo:
    """Return the instrument as TradingView's library describes one, with what its source can."""
    calendar = calendar_named(instrument.calendar)
    intraday = [name for name in instrument.resolutions if name not in DAILY]
    return SymbolInfo(
        name=instrument.symbol,
        ticker=instrument.symbol,
        description=instrument.description,
        type=instrument.type,
        session=calendar.session,
        session_holidays=calendar.holidays,
        corrections=calendar.corrections,
        timezone=calendar.timezone or instrument.timezone,
        exchange=instrument.exchange,
        listed_exchange=instrument.exchange,
        format="price",
        pricescale=instrument.price_scale,
        minmov=instrument.min_move,
        has_intraday=bool(intraday),
        has_daily="1D" in instrument.resolutions,
        has_weekly_and_monthly="1W" in instrument.resolutions,
        supported_resolutions=list(instrument.resolutions),
        volume_precision=instrument.volume_precision,
        data_status=_data_status(instrument, source),
        delay=ceil(source.delay_ms / 1000) if instrument.live else -1,
        has_quotes=source.quotes,
        has_trades=source.trades,
        has_depth=source.depth,
        currency_code=instrument.currency,
    )


def _data_status(instrument: Instrument, source: Capabilities) -> DataStatus:
    if not instrument.live:
        return DataStatus.END_OF_DAY
    return DataStatus.DELAYED_STREAMING if source.delay_ms else DataStatus.STREAMING


def _serializer() -> SchemaSerializer:
    numbers = {"time": core_schema.int_schema()}
    row = core_schema.typed_dict_schema(
        {
            name: core_schema.typed_dict_field(numbers.get(name) or core_schema.float_schema())
            for name in BarRow.__annotations__
        }
    )
    page = {
        "bars": core_schema.list_schema(row),
        "no_data": core_schema.bool_schema(),
        "next_time": core_schema.nullable_schema(core_schema.int_schema()),
    }
    fields = {name: core_schema.typed_dict_field(schema) for name, schema in page.items()}
    return SchemaSerializer(core_schema.typed_dict_schema(fields))


_PAGE = _serializer()
