"""What the account answers over REST."""

from typing import Any, Literal

from trading_api.models.wire import UnixMs, WireModel


class PlaceOrderResult(WireModel):
    """The order's id and the ledger's step that accepted it."""

    orderId: str
    step: int


class Done(WireModel):
    """A command was carried out and is committed as `step`; `orderId` names what it placed."""

    success: Literal[True]
    message: str
    orderId: str | None
    step: int


class PreviewRow(WireModel):
    """One line of a preview."""

    title: str
    value: str


class PreviewSection(WireModel):
    """Lines that belong together."""

    header: str | None
    rows: list[PreviewRow]


class OrderPreviewResult(WireModel):
    """What an order would do; `confirmId` confirms just this order, once, for 60 s."""

    sections: list[PreviewSection]
    confirmId: str | None
    warnings: list[str]
    errors: list[str]


class AccountMetainfo(WireModel):
    """An account in a list of accounts."""

    id: str
    name: str
    currency: str
    currencySign: str
    type: Literal["demo"]


class AccountOpened(WireModel):
    """The account is there, and `step` is its first."""

    id: str
    step: int


class LeverageInfo(WireModel):
    """The leverage of a symbol and its bounds."""

    title: str
    leverage: int
    min: int
    max: int
    step: int


class LeverageSetResult(WireModel):
    """The leverage that holds from `step` on."""

    leverage: int
    step: int


class LeveragePreviewResult(WireModel):
    """What a leverage would mean."""

    infos: list[str]
    warnings: list[str]
    errors: list[str]


class EquityPoint(WireModel):
    """What the account was worth after a step, in decimal strings of its currency."""

    step: int
    ts: UnixMs
    equity: str
    balance: str
    unrealized: str
    realized: str
    marginUsed: str
    available: str


class RiskReport(WireModel):
    """The account's limits and what has become of them today."""

    state: Literal["ACTIVE", "REDUCING", "HALTED"]
    maxOrderQty: str | None
    maxOrderNotional: str | None
    maxOpenOrders: int
    priceCollarPercent: int
    ordersPerSecond: int
    dailyLoss: str | None
    openOrders: int
    lossToday: str


class NotFlattened(WireModel):
    """A position that the kill switch left: `qty` is what is still held, signed."""

    symbol: str
    qty: str
    code: str
    message: str


class KillReport(WireModel):
    """What the kill switch did, and what it could not."""

    step: int
    state: Literal["REDUCING", "HALTED"]
    canceled: list[str]
    flattened: list[str]
    notFlattened: list[NotFlattened]


class Recomputed(WireModel):
    """What an explanation alone leads to, as decimal strings."""

    price: str
    qty: str
    fee: str


class ExecutionExplanation(WireModel):
    """Everything that an execution was computed from, and the same numbers from that again."""

    executionId: str
    explanation: dict[str, Any]
    recomputed: Recomputed
