"""Records as JSON, written member by member: the ledger writes several of them a command.

Members have the records' names, in their order; what an order does not have is left out.
"""

from json.encoder import encode_basestring as quoted

from trading_api.modules.broker.engine.records import (
    Adjustment,
    Balance,
    Equity,
    Execution,
    Order,
    Position,
)


def order_text(order: Order) -> str:
    """Return an order; enumerations as their numbers."""
    o = order
    return (
        f'{{"id":{quoted(o.id)},"number":{o.number},"symbol":{quoted(o.symbol)},"type":{o.type:d},'
        f'"side":{o.side:d},"qty":{o.qty},"status":{o.status:d},'
        f'"time_in_force":"{o.time_in_force}","created_step":{o.created_step},'
        f'"created_ts":{o.created_ts},"updated_step":{o.updated_step},'
        f'"updated_ts":{o.updated_ts},"queue":{o.queue}'
        + (f',"limit_price":{o.limit_price}' if o.limit_price is not None else "")
        + (f',"stop_price":{o.stop_price}' if o.stop_price is not None else "")
        + (f',"take_profit":{o.take_profit}' if o.take_profit is not None else "")
        + (f',"stop_loss":{o.stop_loss}' if o.stop_loss is not None else "")
        + (f',"stop_type":{o.stop_type:d}' if o.stop_type is not None else "")
        + (f',"expires_ts":{o.expires_ts}' if o.expires_ts is not None else "")
        + (
            f',"client_order_id":{quoted(o.client_order_id)}'
            if o.client_order_id is not None
            else ""
        )
        + f',"filled_qty":{o.filled_qty},"filled_cost":{o.filled_cost}'
        + (',"triggered":true' if o.triggered else ',"triggered":false')
        + (f',"pending":{quoted(o.pending)}' if o.pending is not None else "")
        + (f',"parent_id":{quoted(o.parent_id)}' if o.parent_id is not None else "")
        + (f',"parent_kind":{quoted(o.parent_kind)}' if o.parent_kind is not None else "")
        + (f',"bracket_id":{quoted(o.bracket_id)}' if o.bracket_id is not None else "")
        + (f',"oco_group":{quoted(o.oco_group)}' if o.oco_group is not None else "")
        + (',"reduce_only":true' if o.reduce_only else ',"reduce_only":false')
        + f',"reserved":{o.reserved}'
        + (f',"reason":{quoted(o.reason)}' if o.reason is not None else "")
        + (f',"message":{quoted(o.message)}' if o.message is not None else "")
        + "}"
    )


def execution_text(execution: Execution) -> str:
    e = execution
    return (
        f'{{"id":{quoted(e.id)},"number":{e.number},"order_id":{quoted(e.order_id)},'
        f'"symbol":{quoted(e.symbol)},"side":{e.side:d},"qty":{e.qty},"price":{e.price},'
        f'"fee":{e.fee},"realized":{e.realized},"step":{e.step},"ts":{e.ts},"chain":"{e.chain}"}}'
    )


def position_text(position: Position) -> str:
    p = position
    return (
        f'{{"symbol":{quoted(p.symbol)},"qty":{p.qty},"cost":{p.cost},"realized":{p.realized},'
        f'"fees":{p.fees},"updated_step":{p.updated_step},"updated_ts":{p.updated_ts}}}'
    )


def balance_text(balance: Balance) -> str:
    b = balance
    return (
        f'{{"currency":{quoted(b.currency)},"cash":{b.cash},"transfers":{b.transfers},'
        f'"realized":{b.realized},"fees":{b.fees},"reserved":{b.reserved},'
        f'"adjustments":{b.adjustments}}}'
    )


def equity_text(equity: Equity) -> str:
    e = equity
    unmarked = ",".join(map(quoted, e.unmarked))
    return (
        f'{{"equity":{e.equity},"balance":{e.balance},"unrealized":{e.unrealized},'
        f'"realized":{e.realized},"margin_used":{e.margin_used},"available":{e.available},'
        f'"unmarked":[{unmarked}]}}'
    )


def adjustment_text(adjustment: Adjustment) -> str:
    a = adjustment
    return f'{{"symbol":{quoted(a.symbol)},"qty":{a.qty},"cost":{a.cost}}}'
