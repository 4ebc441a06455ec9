"""The `account` stream: each step of an account as one atomic update, exact.

Amounts are decimal strings: prices and quantities in the instrument's precision, money as short as
it can be written. What an order or an update does not have is left out, so that the state hash can
be computed from what came.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from trading_api.models.wire import UnixMs, WireModel

from .orders import OrderStatus, OrderType, Side, StopType

Amount = Annotated[str, Field(description="a decimal, exact")]


class ExactModel(WireModel):
    """Base of what leaves out the members that it does not have."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)


class LedgerOrder(ExactModel):
    """An order after the step; all its members enter the state hash."""

    id: str
    number: int
    symbol: str
    type: OrderType
    side: Side
    status: OrderStatus
    qty: Amount
    filledQty: Amount
    filledCost: Amount
    reserved: Amount
    timeInForce: Literal["DAY", "GTC", "GTD", "IOC", "FOK"]
    triggered: bool
    reduceOnly: bool
    queue: int
    createdStep: int
    createdTs: UnixMs
    updatedStep: int
    updatedTs: UnixMs
    bracketId: str | None = None
    clientOrderId: str | None = None
    expiresTs: UnixMs | None = None
    limitPrice: Amount | None = None
    message: str | None = None
    ocoGroup: str | None = None
    parentId: str | None = None
    parentKind: Literal["order", "position"] | None = None
    pending: Literal["modify", "cancel"] | None = None
    reason: str | None = None
    stopLoss: Amount | None = None
    stopPrice: Amount | None = None
    stopType: StopType | None = None
    takeProfit: Amount | None = None


class LedgerExecution(ExactModel):
    """One fill; `realized` is the profit of what it closed, before fees."""

    id: str
    number: int
    orderId: str
    symbol: str
    side: Side
    qty: Amount
    price: Amount
    fee: Amount
    realized: Amount
    step: int
    ts: UnixMs


class LedgerPosition(ExactModel):
    """A holding after the step; `qty` and `cost` are signed, flat has both zero."""

    symbol: str
    qty: Amount
    cost: Amount
    realized: Amount
    fees: Amount
    updatedStep: int
    updatedTs: UnixMs


class LedgerBalance(ExactModel):
    """The account's money in one currency, over its whole life."""

    currency: str
    cash: Amount
    transfers: Amount
    realized: Amount
    fees: Amount
    reserved: Amount
    adjustments: Amount


class LedgerEquity(ExactModel):
    """The account's value at the step; `unmarked` names symbols that had no price."""

    equity: Amount
    balance: Amount
    unrealized: Amount
    realized: Amount
    marginUsed: Amount
    available: Amount
    unmarked: list[str]


class ExecutionsTail(ExactModel):
    """How many executions there were, and the hash over all of them."""

    count: int
    chain: str


StepKind = Literal[
    "account_opened",
    "order_accepted",
    "order_modified",
    "orders_canceled",
    "order_triggered",
    "order_filled",
    "order_expired",
    "order_rejected",
    "brackets_set",
    "leverage_set",
    "risk_set",
    "killed",
    "resumed",
    "reset",
    "day_opened",
    "feed_gap",
]
"""What happened in a step."""


class AccountUpdate(ExactModel):
    """What a step changed, as it is afterwards; `kind` says what happened.

    The parts of a snapshot have `kind` "snapshot" and `executionsTail`: their orders are all that
    are not final, their positions all that are open, their executions none.
    """

    step: int
    ts: UnixMs
    kind: Literal["snapshot", StepKind]
    orders: list[LedgerOrder]
    executions: list[LedgerExecution]
    positions: list[LedgerPosition]
    balances: list[LedgerBalance]
    equity: LedgerEquity
    stateHash: str
    executionsTail: ExecutionsTail | None = None
