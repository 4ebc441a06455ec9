"""Orders, with TradingView's numeric enumerations."""

from typing import Literal

from trading_api.models.wire import UnixMs, WireIntEnum, WireModel


class OrderStatus(WireIntEnum):
    """Canceled, filled and rejected are final; a venue that decides at once has no placing."""

    CANCELED = 1
    FILLED = 2
    INACTIVE = 3
    PLACING = 4
    REJECTED = 5
    WORKING = 6


class OrderType(WireIntEnum):
    """How an order is priced."""

    LIMIT = 1
    MARKET = 2
    STOP = 3
    STOP_LIMIT = 4


class Side(WireIntEnum):
    """Direction of an order, execution or position."""

    BUY = 1
    SELL = -1


class StopType(WireIntEnum):
    """Kind of a protective stop."""

    STOP_LOSS = 0
    TRAILING_STOP = 1
    GUARANTEED_STOP = 2


class ParentType(WireIntEnum):
    """What a protective order hangs on."""

    ORDER = 1
    POSITION = 2


class OrderDuration(WireModel):
    """Time in force; `datetime` (Unix ms) only with GTD."""

    type: Literal["DAY", "GTC", "GTD", "IOC", "FOK"]
    datetime: UnixMs | None


class OrderMessage(WireModel):
    """What the broker says of an order, in words."""

    type: Literal["information", "warning", "error"]
    text: str


class PlacedOrder(WireModel):
    """An order as the broker holds it; prices in the instrument's currency.

    `reason` is the code of why it waits or has ended. A child that protects a position has the
    position's id as its `parentId`. `pending` is what is under way at a venue that takes its time;
    the paper venue decides at once, so that it is always null.
    """

    id: str
    symbol: str
    type: OrderType
    side: Side
    qty: float
    status: OrderStatus
    limitPrice: float | None
    stopPrice: float | None
    takeProfit: float | None
    stopLoss: float | None
    guaranteedStop: float | None
    trailingStopPips: float | None
    stopType: StopType | None
    duration: OrderDuration | None
    filledQty: float
    avgPrice: float | None
    parentId: str | None
    parentType: ParentType | None
    message: OrderMessage | None
    updateTime: UnixMs
    reason: str | None
    pending: Literal["modify", "cancel"] | None
    clientOrderId: str | None
    ocoGroup: str | None
    reduceOnly: bool
