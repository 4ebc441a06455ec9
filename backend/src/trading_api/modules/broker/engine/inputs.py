"""What happens to an account from outside: market data and commands. Time comes with each."""

from dataclasses import dataclass
from typing import Literal

from trading_api.models.broker import OrderType, Side
from trading_api.shared.price_feed import END_OF_MS, Cursor, Tick

from .records import TimeInForce

__all__ = [
    "END_OF_MS",
    "Bar",
    "Cancel",
    "ClosePosition",
    "Command",
    "Cursor",
    "FeedGap",
    "KillSwitch",
    "Modify",
    "NewOrder",
    "Reset",
    "Resume",
    "ReversePosition",
    "RiskLimits",
    "SetBrackets",
    "SetLeverage",
    "SetRisk",
    "Submit",
    "Tick",
]


@dataclass(frozen=True, slots=True)
class Bar:
    """A closed bar offered in place of its ticks, where nothing finer is known."""

    symbol: str
    time: int
    end: int
    received: int
    open: int
    high: int
    low: int
    close: int

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.end, self.symbol)


@dataclass(frozen=True, slots=True)
class NewOrder:
    """What a client asks for; integers in the instrument's units, already parsed exactly."""

    symbol: str
    type: OrderType
    side: Side
    qty: int
    time_in_force: TimeInForce = "GTC"
    limit_price: int | None = None
    stop_price: int | None = None
    take_profit: int | None = None
    stop_loss: int | None = None
    expires_ts: int | None = None
    client_order_id: str | None = None
    oco_group: str | None = None
    reduce_only: bool = False


@dataclass(frozen=True, slots=True)
class Submit:
    order: NewOrder


@dataclass(frozen=True, slots=True)
class Modify:
    """Replaces quantity, prices and protection of a working order; None keeps what is."""

    order_id: str
    qty: int | None = None
    limit_price: int | None = None
    stop_price: int | None = None
    take_profit: int | None = None
    stop_loss: int | None = None
    removes: frozenset[Literal["take_profit", "stop_loss"]] = frozenset()


@dataclass(frozen=True, slots=True)
class Cancel:
    order_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClosePosition:
    """Closes `qty` of a position, all of it when None."""

    symbol: str
    qty: int | None = None


@dataclass(frozen=True, slots=True)
class ReversePosition:
    symbol: str


@dataclass(frozen=True, slots=True)
class SetBrackets:
    """Replaces the protective pair of a position; None removes that side."""

    symbol: str
    take_profit: int | None
    stop_loss: int | None


@dataclass(frozen=True, slots=True)
class SetLeverage:
    symbol: str
    leverage: int


@dataclass(frozen=True, slots=True)
class SetRisk:
    """Replaces the account's limits; see `RiskLimits`."""

    limits: "RiskLimits"


@dataclass(frozen=True, slots=True)
class KillSwitch:
    """Cancels entries and stops trading; flattening also closes every position."""

    flatten: bool


@dataclass(frozen=True, slots=True)
class Resume:
    """Lets a halted account trade again."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Starts the account anew: everything canceled, closed by adjustment, cash as at first."""


@dataclass(frozen=True, slots=True)
class FeedGap:
    """The feed could not be read for the time from `since` on: nothing executed meanwhile."""

    since: int
    feed: str


@dataclass(frozen=True, slots=True)
class RiskLimits:
    """Checks before acceptance; money in `MONEY_SCALE`, the collar in percent of the market.

    The quantity counts whole units of whichever instrument, in `MONEY_SCALE` too.
    """

    max_order_qty: int | None
    max_order_notional: int | None
    max_open_orders: int
    price_collar_percent: int
    orders_per_second: int
    daily_loss: int | None


Command = (
    Submit
    | Modify
    | Cancel
    | ClosePosition
    | ReversePosition
    | SetBrackets
    | SetLeverage
    | SetRisk
    | KillSwitch
    | Resume
    | Reset
    | FeedGap
)
