"""What a client asks of its account over REST, with TradingView's names.

Numbers arrive as JSON numbers or as decimal strings and are taken as the decimal that was written.
"""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from trading_api.models.wire import UnixMs

from .numbers import Number, member_of
from .orders import OrderType, Side, StopType

MAX_CLIENT_ORDER_ID = 64

Key = Annotated[str, Field(min_length=1, max_length=MAX_CLIENT_ORDER_ID)]
AnyOrderType = Annotated[OrderType, BeforeValidator(member_of(OrderType))]
AnySide = Annotated[Side, BeforeValidator(member_of(Side))]
AnyStopType = Annotated[StopType, BeforeValidator(member_of(StopType))]


class TradingRequest(BaseModel):
    """Base of a request's body: strict, unknown members are refused by name."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _shown(**members: JsonValue) -> ConfigDict:
    """Return the configuration of a model whose required members alone make no valid request."""
    return ConfigDict(json_schema_extra={"examples": [members]})


class Duration(TradingRequest):
    """Time in force; `datetime` (Unix ms) with GTD and only there."""

    type: Literal["DAY", "GTC", "GTD", "IOC", "FOK"]
    datetime: UnixMs | None = None


def _duration(value: Any) -> Any:
    if not isinstance(value, (dict, Duration)):
        raise ValueError('expected an object such as {"type":"IOC"}')
    return value


AnyDuration = Annotated[Duration, BeforeValidator(_duration)]


class Quotes(TradingRequest):
    """What the user saw when ordering."""

    ask: Number
    bid: Number


class PreOrder(TradingRequest):
    """An order to place, to preview or, with the id of one, to modify."""

    model_config = _shown(symbol="AAPL", type=1, side=1, qty=10, limitPrice="150.00")

    symbol: Annotated[str, Field(min_length=1, max_length=64)]
    type: AnyOrderType
    side: AnySide
    qty: Number
    limitPrice: Number | None = None
    stopPrice: Number | None = None
    takeProfit: Number | None = None
    stopLoss: Number | None = None
    guaranteedStop: Number | None = None
    trailingStopPips: Number | None = None
    stopType: AnyStopType | None = None
    duration: AnyDuration | None = None
    seenPrice: Number | None = None
    currentQuotes: Quotes | None = None
    customFields: dict[str, Any] | None = None
    isClose: bool = False
    reduceOnly: bool = False
    ocoGroup: Key | None = None
    clientOrderId: Key | None = None


class Brackets(TradingRequest):
    """Protection of a position; what is absent is removed."""

    takeProfit: Number | None = None
    stopLoss: Number | None = None
    guaranteedStop: Number | None = None
    trailingStopPips: Number | None = None


class EditBrackets(TradingRequest):
    """A position's protection as it shall be."""

    brackets: Brackets
    customFields: dict[str, Any] | None = None


class CancelOrders(TradingRequest):
    """Orders to cancel together; `symbol` and `side` narrow, as TradingView sends them."""

    orderIds: Annotated[list[str], Field(min_length=1, max_length=500)]
    symbol: str | None = None
    side: AnySide | None = None


class LeverageSetParams(TradingRequest):
    """The leverage that a symbol shall have."""

    model_config = _shown(symbol="AAPL", orderType=1, side=1, leverage=2)

    symbol: str
    orderType: AnyOrderType
    side: AnySide
    leverage: Number
    customFields: dict[str, Any] | None = None


class KillSwitchRequest(TradingRequest):
    """Stop trading; `flatten` also closes every position."""

    flatten: bool = False


class FeeTerms(TradingRequest):
    """What an order costs: each part may be 0; `percent` of the notional."""

    fixed: Number = Decimal(0)
    perShare: Number = Decimal(0)
    percent: Number = Decimal(0)
    minimum: Number = Decimal(0)


class NewAccount(TradingRequest):
    """A paper account to open."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
    name: Annotated[str, Field(min_length=1, max_length=64)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"
    initialBalance: Number = Decimal(100_000)
    fees: FeeTerms = FeeTerms()


class RiskSettings(TradingRequest):
    """Limits before acceptance; null switches one off, the collar is in percent of the market."""

    maxOrderQty: Number | None = None
    maxOrderNotional: Number | None = None
    maxOpenOrders: Annotated[int, Field(ge=1, le=100_000)] = 10_000
    priceCollarPercent: Annotated[int, Field(ge=1, le=1_000)] = 90
    ordersPerSecond: Annotated[int, Field(ge=1, le=100_000)] = 1_000
    dailyLoss: Number | None = None
