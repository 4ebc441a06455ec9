"""Records as canonical JSON (RFC 8785, null members left out): hashed, and sent as they are.

The texts are written member by member in sorted order, which is an order of magnitude cheaper
than sorting and encoding; a test compares them with the general encoder.
"""

from json.encoder import encode_basestring as quoted

from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.records import (
    Balance,
    Equity,
    Execution,
    Order,
    Position,
)

from .decimals import money


def order_text(order: Order, listing: Listing) -> str:
    """Return an order; what it does not have is left out."""
    o = order
    price, qty = listing.price, listing.qty
    return (
        "{"
        + (f'"bracketId":{quoted(o.bracket_id)},' if o.bracket_id is not None else "")
        + (f'"clientOrderId":{quoted(o.client_order_id)},' if o.client_order_id is not None else "")
        + f'"createdStep":{o.created_step},"createdTs":{o.created_ts},'
        + (f'"expiresTs":{o.expires_ts},' if o.expires_ts is not None else "")
        + f'"filledCost":"{money(o.filled_cost)}","filledQty":"{qty(o.filled_qty)}",'
        + f'"id":{quoted(o.id)},'
        + (f'"limitPrice":"{price(o.limit_price)}",' if o.limit_price is not None else "")
        + (f'"message":{quoted(o.message)},' if o.message is not None else "")
        + f'"number":{o.number},'
        + (f'"ocoGroup":{quoted(o.oco_group)},' if o.oco_group is not None else "")
        + _parent(o)
        + (f'"pending":"{o.pending}",' if o.pending is not None else "")
        + f'"qty":"{qty(o.qty)}","queue":{o.queue},'
        + (f'"reason":"{o.reason}",' if o.reason is not None else "")
        + f'"reduceOnly":{"true" if o.reduce_only else "false"},'
        + f'"reserved":"{money(o.reserved)}","side":{o.side:d},"status":{o.status:d},'
        + (f'"stopLoss":"{price(o.stop_loss)}",' if o.stop_loss is not None else "")
        + (f'"stopPrice":"{price(o.stop_price)}",' if o.stop_price is not None else "")
        + (f'"stopType":{o.stop_type:d},' if o.stop_type is not None else "")
        + f'"symbol":{quoted(o.symbol)},'
        + (f'"takeProfit":"{price(o.take_profit)}",' if o.take_profit is not None else "")
        + f'"timeInForce":"{o.time_in_force}","triggered":{"true" if o.triggered else "false"},'
        + f'"type":{o.type:d},"updatedStep":{o.updated_step},"updatedTs":{o.updated_ts}}}'
    )


def _parent(order: Order) -> str:
    if order.parent_id is None:
        return ""
    return f'"parentId":{quoted(order.parent_id)},"parentKind":"{order.parent_kind}",'


def position_text(position: Position, listing: Listing) -> str:
    """Return a position; its quantity is signed."""
    p = position
    return (
        f'{{"cost":"{money(p.cost)}","fees":"{money(p.fees)}","qty":"{listing.qty(p.qty)}",'
        f'"realized":"{money(p.realized)}","symbol":{quoted(p.symbol)},'
        f'"updatedStep":{p.updated_step},"updatedTs":{p.updated_ts}}}'
    )


def balance_text(balance: Balance) -> str:
    """Return the money of one currency."""
    b = balance
    return (
        f'{{"adjustments":"{money(b.adjustments)}","cash":"{money(b.cash)}",'
        f'"currency":{quoted(b.currency)},"fees":"{money(b.fees)}",'
        f'"realized":"{money(b.realized)}","reserved":"{money(b.reserved)}",'
        f'"transfers":"{money(b.transfers)}"}}'
    )


def execution_text(execution: Execution, listing: Listing) -> str:
    """Return an execution without its chain, which is computed from this text."""
    e = execution
    return (
        f'{{"fee":"{money(e.fee)}","id":{quoted(e.id)},"number":{e.number},'
        f'"orderId":{quoted(e.order_id)},"price":"{listing.price(e.price)}",'
        f'"qty":"{listing.qty(e.qty)}","realized":"{money(e.realized)}","side":{e.side:d},'
        f'"step":{e.step},"symbol":{quoted(e.symbol)},"ts":{e.ts}}}'
    )


def equity_text(equity: Equity) -> str:
    """Return the account's value at a step."""
    e = equity
    unmarked = ",".join(quoted(symbol) for symbol in e.unmarked)
    return (
        f'{{"available":"{money(e.available)}","balance":"{money(e.balance)}",'
        f'"equity":"{money(e.equity)}","marginUsed":"{money(e.margin_used)}",'
        f'"realized":"{money(e.realized)}","unmarked":[{unmarked}],'
        f'"unrealized":"{money(e.unrealized)}"}}'
    )


def executions_text(count: int, chain: str) -> str:
    """Return the count and the chain of all executions."""
    return f'{{"chain":"{chain}","count":{count}}}'
