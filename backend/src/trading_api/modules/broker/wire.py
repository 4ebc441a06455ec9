"""Records as the streams and REST carry them: TradingView's shapes, floats only here."""

from collections.abc import Callable, Iterator, Sequence

from trading_api.models.broker import (
    Execution as WireExecution,
)
from trading_api.models.broker import (
    OrderDuration,
    OrderMessage,
    OrderStatus,
    ParentType,
    PlacedOrder,
    Side,
)
from trading_api.models.broker import (
    Position as WirePosition,
)

from .engine.listing import Listing
from .engine.records import Execution, Order, Position
from .engine.steps import Step
from .engine.terms import MONEY_SCALE
from .ledger.store.account_rows import RouteUpdate

ListingOf = Callable[[str], Listing]
PARENTS = {"order": ParentType.ORDER, "position": ParentType.POSITION}


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
    return _placed(order, listing).model_dump_json()


def execution_text(execution: Execution, listing: Listing) -> str:
    """Return an execution's payload."""
    return WireExecution(
        id=execution.id,
        orderId=execution.order_id,
        symbol=execution.symbol,
        price=execution.price / listing.terms.price_scale,
        qty=execution.qty / listing.qty_scale,
        side=execution.side,
        time=execution.ts,
        commission=execution.fee / MONEY_SCALE,
    ).model_dump_json()


def position_text(position: Position, listing: Listing) -> str:
    """Return a position's payload; its id is its symbol, a flat one has no quantity and price."""
    return WirePosition(
        id=position.symbol,
        symbol=position.symbol,
        qty=abs(position.qty) / listing.qty_scale,
        side=Side.BUY if position.qty >= 0 else Side.SELL,
        avgPrice=_average(position.cost, position.qty, listing) or 0.0,
    ).model_dump_json()


def _placed(order: Order, listing: Listing) -> PlacedOrder:
    scale = listing.terms.price_scale

    def price(units: int | None) -> float | None:
        return None if units is None else units / scale

    return PlacedOrder(
        id=order.id,
        symbol=order.symbol,
        type=order.type,
        side=order.side,
        qty=order.qty / listing.qty_scale,
        status=order.status,
        limitPrice=price(order.limit_price),
        stopPrice=price(order.stop_price),
        takeProfit=price(order.take_profit),
        stopLoss=price(order.stop_loss),
        guaranteedStop=None,
        trailingStopPips=None,
        stopType=order.stop_type,
        duration=_duration(order),
        filledQty=order.filled_qty / listing.qty_scale,
        avgPrice=_average(order.filled_cost, order.filled_qty, listing),
        parentId=order.parent_id,
        parentType=None if order.parent_kind is None else PARENTS[order.parent_kind],
        message=_message(order),
        updateTime=order.updated_ts,
        reason=order.reason,
        pending=order.pending,
        clientOrderId=order.client_order_id,
        ocoGroup=order.oco_group,
        reduceOnly=order.reduce_only,
    )


def _duration(order: Order) -> OrderDuration:
    until = order.expires_ts if order.time_in_force == "GTD" else None
    return OrderDuration(type=order.time_in_force, datetime=until)


def _message(order: Order) -> OrderMessage | None:
    if order.message is None:
        return None
    if order.status is OrderStatus.REJECTED:
        return OrderMessage(type="error", text=order.message)
    kind = OrderMessage(type="warning", text=order.message)
    return kind if not order.is_final else OrderMessage(type="information", text=order.message)


def _average(cost: int, qty: int, listing: Listing) -> float | None:
    """Return the price at which `qty` has this cost; integers divide to the nearest float."""
    if qty == 0:
        return None
    return cost * listing.qty_scale / (qty * MONEY_SCALE * listing.terms.multiplier)
