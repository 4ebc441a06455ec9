"""What is asked of a position: close it, reverse it, protect it."""

from dataclasses import replace

from trading_api.models.broker import OrderType, Side
from trading_api.models.broker.ledger import StepKind
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.accounting.margin import reserve_of
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.inputs import (
    ClosePosition,
    NewOrder,
    ReversePosition,
    SetBrackets,
)
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.matching.ending import cancel_order
from trading_api.modules.broker.engine.matching.fills import fill, fillable
from trading_api.modules.broker.engine.matching.obstacles import obstacle_of
from trading_api.modules.broker.engine.matching.offers import offer_of
from trading_api.modules.broker.engine.matching.placing import NAMES, on_position, place_child
from trading_api.modules.broker.engine.matching.protection import protecting
from trading_api.modules.broker.engine.matching.rounds import Round
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.records import Order, Position

from .bracket_changes import replace_pairs
from .lookup import open_position
from .order_checks import check_brackets, check_price
from .refusing import refuse
from .risk_checks import (
    check_collar,
    check_count,
    check_daily_loss,
    check_margin,
    check_mode,
    check_rate,
    check_size,
)
from .submitting import accept


def closing_side(position: Position) -> Side:
    return Side.SELL if position.qty > 0 else Side.BUY


def closing_order(position: Position, qty: int) -> NewOrder:
    side = closing_side(position)
    return NewOrder(position.symbol, OrderType.MARKET, side, qty, reduce_only=True)


def close(matching: Round, command: ClosePosition) -> str:
    """Close a position, or part of it, at the market; return the order's id.

    Raises:
        Refusal: there is none, it holds less, or its market does not execute now.
    """
    account = matching.account
    position = open_position(account, command.symbol)
    listing = account.listed(command.symbol)
    check_mode(account, "a close")
    qty = abs(position.qty) if command.qty is None else command.qty
    if not 0 < qty <= abs(position.qty):
        expected = f"a quantity above 0 and at most {listing.qty(abs(position.qty))}"
        refuse("POSITION_QTY_RANGE", expected, listing.qty(qty))
    if qty % listing.terms.lot:
        expected = f"a quantity in steps of {listing.qty(listing.terms.lot)}"
        refuse("ORDER_QTY_STEP", expected, listing.qty(qty))
    check_starts(account, listing, closing_side(position))
    change = matching.change()
    order = accept(change, closing_order(position, qty), 0)
    matching.steps.append(change.finish("order_accepted"))
    matching.arrive(order.id)
    return order.id


def check_starts(account: Account, listing: Listing, side: Side) -> None:
    """Refuse a close that cannot begin at once."""
    obstacle = obstacle_of(account, listing, account.ts)
    if obstacle is None and account.market(listing.symbol).touch(side) is None:
        obstacle = "MARKET_PRICE_UNKNOWN"
    if obstacle is not None:
        why = REASONS[obstacle].removeprefix("waits: ")
        refuse(
            "MARKET_CLOSED", "a market that closes a position at once", f"{listing.symbol}: {why}"
        )


def reverse(matching: Round, command: ReversePosition) -> str:
    """Turn a position into its opposite in one step, and cancel what protected it.

    Where less is displayed than it takes, the rest of the order waits as any other.

    Raises:
        Refusal: there is none, its market does not execute now, or the account may not open it.
    """
    account = matching.account
    position = open_position(account, command.symbol)
    listing = account.listed(command.symbol)
    check_mode(account, "a reversal")
    if account.mode == "REDUCING":
        refuse("ACCOUNT_REDUCING", "a close, or a resumed account", "a reversal")
    check_starts(account, listing, closing_side(position))
    order = replace(closing_order(position, 2 * abs(position.qty)), reduce_only=False)
    check_size(account, listing, order)
    check_count(account, 1)
    check_rate(account, account.ts)
    check_daily_loss(account, True)
    reserve = reserve_of(account, listing, order)
    check_margin(account, reserve)
    change = matching.change()
    for child in protecting(change, command.symbol):
        cancel_order(change, child, "POSITION_REVERSED")
    accepted = accept(change, order, reserve)
    filled = execute_now(change, accepted)
    kind: StepKind = "order_filled" if filled.filled_qty else "order_accepted"
    matching.steps.append(change.finish(kind))
    return accepted.id


def execute_now(change: Change, order: Order) -> Order:
    """Fill what the market offers an order in the step that accepts it."""
    account = change.account
    market = account.market(order.symbol)
    offer = offer_of(market, order, account.listed(order.symbol), arriving=True)
    qty = 0 if offer is None else fillable(account.position(order.symbol), order, offer)
    return order if offer is None or qty <= 0 else fill(change, order, qty, offer)


def set_brackets(matching: Round, command: SetBrackets) -> None:
    """Replace what protects a position by one pair over all of it; orders of others stay.

    Raises:
        Refusal: there is no position, or a price is not one that protects it.
    """
    account = matching.account
    position = open_position(account, command.symbol)
    listing = account.listed(command.symbol)
    check_mode(account, "a change of protection")
    brackets = (command.take_profit, command.stop_loss)
    side = Side.BUY if position.qty > 0 else Side.SELL
    check_price("takeProfit", command.take_profit, listing)
    check_price("stopLoss", command.stop_loss, listing)
    prices = {"takeProfit": command.take_profit, "stopLoss": command.stop_loss}
    check_collar(account, listing, closing_side(position), prices)
    check_brackets(side, brackets, account.market(command.symbol).mark(position.qty), listing)
    change = matching.change()
    wanted = sum(price is not None for price in brackets)
    check_count(account, wanted - len(protecting(change, command.symbol)))
    replaced = replace_pairs(change, command.symbol)
    pair = f"{account.profile.id}-b{account.counters.orders + 1}"
    _place_pair(change, position, brackets, pair)
    _point_entries(change, command, replaced, pair)
    change.show_position(command.symbol)
    matching.steps.append(change.finish("brackets_set"))


def _place_pair(
    change: Change, position: Position, brackets: tuple[int | None, int | None], pair: str
) -> None:
    for name, price in zip(NAMES, brackets, strict=True):
        if price is not None:
            members = on_position(position.symbol, abs(position.qty))
            members |= {
                "symbol": position.symbol,
                "side": closing_side(position),
                "bracket_id": pair,
            }
            place_child(change, name, price, members)


def _point_entries(change: Change, command: SetBrackets, replaced: set[str], pair: str) -> None:
    """Let entries whose pair was replaced grow the new one with their later fills."""
    account = change.account
    has_pair = command.take_profit is not None or command.stop_loss is not None
    for order_id in list(account.by_symbol.get(command.symbol, ())):
        order = account.orders[order_id]
        if order.bracket_id in replaced and not order.is_child:
            change.update_order(
                order,
                {
                    "bracket_id": pair if has_pair else None,
                    "take_profit": command.take_profit,
                    "stop_loss": command.stop_loss,
                },
            )
