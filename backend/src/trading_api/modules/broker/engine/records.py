"""What an account consists of, as immutable facts: what the ledger keeps and the streams carry.

Units are those of the instrument's `Terms` (prices, quantities) and of `MONEY_SCALE` (money);
times are Unix ms, UTC. Status, type and side have TradingView's numbers. Named tuples, for they
are made several times an order: one is copied with changes in a fifth of a data class's time.
"""

from typing import Literal, NamedTuple

from trading_api.models.broker import OrderStatus, OrderType, Side, StopType

TimeInForce = Literal["DAY", "GTC", "GTD", "IOC", "FOK"]
ParentKind = Literal["order", "position"]
"""What a protective child hangs on: its entry order until the first fill, then the position."""
Pending = Literal["modify", "cancel"]
# No set: to hash an enumeration is slow.
FINAL = (OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.REJECTED)


class Order(NamedTuple):
    """An order after the step that made it so."""

    id: str
    number: int
    """Counts the account's orders from 1: of two with one queue place the lower comes first."""
    symbol: str
    type: OrderType
    side: Side
    qty: int
    status: OrderStatus
    time_in_force: TimeInForce
    created_step: int
    created_ts: int
    updated_step: int
    updated_ts: int
    queue: int
    """Its place among orders at one price: the step that gave it; lost by repricing or growing."""
    limit_price: int | None = None
    stop_price: int | None = None
    take_profit: int | None = None
    stop_loss: int | None = None
    stop_type: StopType | None = None
    expires_ts: int | None = None
    """End of the trading day (DAY) or the time asked for (GTD)."""
    client_order_id: str | None = None
    filled_qty: int = 0
    filled_cost: int = 0
    """Money of what was filled: the average price is derived, never stored."""
    triggered: bool = False
    pending: Pending | None = None
    parent_id: str | None = None
    parent_kind: ParentKind | None = None
    bracket_id: str | None = None
    """Names a protective pair: on both children, and on the entry whose fills make them grow."""
    oco_group: str | None = None
    reduce_only: bool = False
    reserved: int = 0
    """Buying power that it holds."""
    reason: str | None = None
    """Code of why it was rejected, canceled or is waiting."""
    message: str | None = None

    @property
    def remaining(self) -> int:
        return self.qty - self.filled_qty

    @property
    def is_final(self) -> bool:
        return self.status in FINAL

    @property
    def is_child(self) -> bool:
        """Whether it protects an entry or a position."""
        return self.parent_kind is not None


class Execution(NamedTuple):
    """One fill; `number` counts the account's executions from 1."""

    id: str
    number: int
    order_id: str
    symbol: str
    side: Side
    qty: int
    price: int
    fee: int
    realized: int
    """Profit or loss of the part that it closed, before fees."""
    step: int
    ts: int
    chain: str
    """SHA-256 over the previous execution's chain and this one's canonical JSON."""


class Position(NamedTuple):
    """A netted holding: `qty` and `cost` are signed (long above zero), flat has both zero."""

    symbol: str
    qty: int = 0
    cost: int = 0
    realized: int = 0
    fees: int = 0
    updated_step: int = 0
    updated_ts: int = 0


class Adjustment(NamedTuple):
    """What a position changed by without an execution: a reset takes it away at its cost."""

    symbol: str
    qty: int
    cost: int


class Balance(NamedTuple):
    """The money of an account in one currency, over its whole life.

    cash = transfers - sum of side * price * quantity - fees, and
    cash + cost of the positions = transfers + realized - fees + adjustments.
    """

    currency: str
    cash: int
    transfers: int
    realized: int
    fees: int
    reserved: int
    adjustments: int = 0
    """Cost that resets gave to positions or took from them."""


class Equity(NamedTuple):
    """The account's value: equity = balance + unrealized, available = equity - margin - reserved.

    `unmarked` names the symbols without a price to value them at: they count at their cost.
    `realized` is net of fees and counts from the last reset.
    """

    equity: int
    balance: int
    unrealized: int
    realized: int
    margin_used: int
    available: int
    unmarked: tuple[str, ...] = ()
