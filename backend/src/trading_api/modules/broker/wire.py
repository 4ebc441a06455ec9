"""Records as the streams and REST carry them: TradingView's shapes, floats only here.

The texts are written member by member, in the order of the models of the same names, which takes a
fifth of the time of making and encoding them; tests read each text back through its model.
"""

from collections.abc import Callable, Iterator, Sequence
from json.encoder import encode_basestring as quoted

from trading_api.models.broker import OrderStatus, ParentType, Side

from .engine.listing import Listing
from .engine.records import Execution, Order, Position
from .engine.steps import Step
from .engine.terms import MONEY_SCALE
from .ledger.store.account_rows import RouteUpdate

ListingOf = Callable[[str], Listing]
PARENTS = {"order": ParentType.ORDER, "position": ParentType.POSITION}
NONE = "null"


def step_updates(step: Step, listing_of: ListingOf) -> Sequence[RouteUpdate]:
    """Return a step's payloads in the order in which they leave (rule U7)."""
    return list(_updates(step, listing_of))


def _updates(step: Step, listing_of: ListingOf) -> Iterator[RouteUpdate]:
    for order in step.orders:
        yield RouteUpdate("orders", order_text(order, listing_of(order.symbol)))
    for execution in step.executions:
        yield RouteUpdate("executions", execution_text(execution, listing_of(execution.symbol)))
    for position in step.positions:
        yield RouteUpdate("positions", position_text(position, listing_of(position.symbol)))
    yield RouteUpdate("account", step.update)


def order_text(order: Order, listing: Listing) -> str:
    """Return an order's payload."""
    o, prices = order, listing.terms.price_scale
    parent = NONE if o.parent_kind is None else f"{PARENTS[o.parent_kind]:d}"
    return (
        f'{{"id":{quoted(o.id)},"symbol":{quoted(o.symbol)},"type":{o.type:d},"side":{o.side:d},'
        f'"qty":{o.qty / listing.qty_scale!r},"status":{o.status:d},'
        f'"limitPrice":{_price(o.limit_price, prices)},'
        f'"stopPrice":{_price(o.stop_price, prices)},'
        f'"takeProfit":{_price(o.take_profit, prices)},'
        f'"stopLoss":{_price(o.stop_loss, prices)},"guaranteedStop":null,"trailingStopPips":null,'
        f'"stopType":{NONE if o.stop_type is None else f"{o.stop_type:d}"},'
        f'"duration":{_duration(o)},"filledQty":{o.filled_qty / listing.qty_scale!r},'
        f'"avgPrice":{_average(o.filled_cost, o.filled_qty, listing)},'
        f'"parentId":{_text(o.parent_id)},"parentType":{parent},"message":{_message(o)},'
        f'"updateTime":{o.updated_ts},"reason":{_text(o.reason)},"pending":{_text(o.pending)},'
        f'"clientOrderId":{_text(o.client_order_id)},"ocoGroup":{_text(o.oco_group)},'
        f'"reduceOnly":{"true" if o.reduce_only else "false"}}}'
    )


def execution_text(execution: Execution, listing: Listing) -> str:
    """Return an execution's payload."""
    e = execution
    return (
        f'{{"id":{quoted(e.id)},"orderId":{quoted(e.order_id)},"symbol":{quoted(e.symbol)},'
        f'"price":{e.price / listing.terms.price_scale!r},"qty":{e.qty / listing.qty_scale!r},'
        f'"side":{e.side:d},"time":{e.ts},"commission":{e.fee / MONEY_SCALE!r}}}'
    )


def position_text(position: Position, listing: Listing) -> str:
    """Return a position's payload; its id is its symbol, a flat one has no quantity and price."""
    p, symbol = position, quoted(position.symbol)
    price = _average(p.cost, p.qty, listing) if p.qty else 0.0
    return (
        f'{{"id":{symbol},"symbol":{symbol},"qty":{abs(p.qty) / listing.qty_scale!r},'
        f'"side":{Side.BUY if p.qty >= 0 else Side.SELL:d},"avgPrice":{price}}}'
    )


def _price(units: int | None, scale: int) -> str:
    return NONE if units is None else repr(units / scale)


def _text(text: str | None) -> str:
    return NONE if text is None else quoted(text)


def _duration(order: Order) -> str:
    until = order.expires_ts if order.time_in_force == "GTD" else NONE
    return f'{{"type":"{order.time_in_force}","datetime":{until}}}'


def _message(order: Order) -> str:
    if order.message is None:
        return NONE
    kind = "information" if order.is_final else "warning"
    if order.status is OrderStatus.REJECTED:
        kind = "error"
    return f'{{"type":"{kind}","text":{quoted(order.message)}}}'


def _average(cost: int, qty: int, listing: Listing) -> str:
    """Return the price at which `qty` has this cost; integers divide to the nearest float."""
    if qty == 0:
        return NONE
    return repr(cost * listing.qty_scale / (qty * MONEY_SCALE * listing.terms.multiplier))
