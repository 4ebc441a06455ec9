"""The kill switch in one step, the separate act that ends it, and starting anew."""

from dataclasses import dataclass, field
from typing import Any

from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.accounting.equity import equity_of
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.inputs import FeedGap, KillSwitch
from trading_api.modules.broker.engine.matching.ending import cancel_order
from trading_api.modules.broker.engine.matching.obstacles import obstacle_of
from trading_api.modules.broker.engine.matching.rounds import Round
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.records import Adjustment, Position

from .positions import closing_order, closing_side, execute_now
from .refusing import refuse
from .submitting import accept


@dataclass(slots=True)
class Report:
    """What the kill switch did; `unflattened` names what is still held, and why."""

    canceled: list[str] = field(default_factory=list)
    flattened: list[str] = field(default_factory=list)
    unflattened: list[dict[str, str]] = field(default_factory=list)

    def as_json(self, mode: str) -> dict[str, Any]:
        return {
            "mode": mode,
            "canceled": self.canceled,
            "flattened": self.flattened,
            "unflattened": self.unflattened,
        }


def kill(matching: Round, command: KillSwitch) -> dict[str, Any]:
    """Cancel entries and stop trading, in one step; return the report.

    Protective children stay. Flattening also closes every position at the market; what cannot be
    closed at once stays protected, and is reported.
    """
    account = matching.account
    change = matching.change()
    report = Report()
    for order in list(account.orders.values()):
        if order.parent_kind != "position" and order.id in account.orders:
            report.canceled.append(order.id)
            cancel_order(change, account.orders[order.id], "ACCOUNT_KILLED")
    account.mode = "REDUCING" if command.flatten else "HALTED"
    if command.flatten:
        for symbol in sorted(account.positions):
            position = account.positions[symbol]
            if position.qty:
                _flatten(change, position, report)
    details = report.as_json(account.mode)
    change.cause = {**change.cause, "report": details}
    matching.steps.append(change.finish("killed"))
    return details


def _flatten(change: Change, position: Position, report: Report) -> None:
    account = change.account
    symbol = position.symbol
    code: str | None = obstacle_of(account, account.listed(symbol), account.ts)
    if code is None and account.market(symbol).touch(closing_side(position)) is None:
        code = "MARKET_PRICE_UNKNOWN"
    if code is None:
        order = accept(change, closing_order(position, abs(position.qty)), 0)
        rest = execute_now(change, order)
        if not rest.is_final:
            code = "MARKET_THIN"
            cancel_order(change, rest, "ORDER_IOC_REST")
    left = account.position(symbol).qty
    if code is None:
        report.flattened.append(symbol)
        return
    report.unflattened.append(
        {
            "symbol": symbol,
            "qty": account.listed(symbol).qty(left),
            "code": code,
            "message": REASONS[code].removeprefix("waits: "),
        }
    )


def resume(matching: Round) -> None:
    """Let a killed account trade again.

    Raises:
        Refusal: it does already.
    """
    account = matching.account
    if account.mode == "ACTIVE":
        refuse("ACCOUNT_ACTIVE", "an account that the kill switch stopped", "an active one")
    account.mode = "ACTIVE"
    matching.steps.append(matching.change().finish("resumed"))


def reset(matching: Round) -> None:
    """Start the account anew: orders canceled, positions taken away at cost, cash as at first.

    Leverage and limits are those of the profile again; a killed account stays killed.
    """
    account = matching.account
    change = matching.change()
    for order_id in list(account.orders):
        order = account.orders.get(order_id)
        if order is not None:
            cancel_order(change, order, "ACCOUNT_RESET")
    for symbol in sorted(account.positions):
        if account.positions[symbol].qty:
            _take_away(change, account.positions[symbol])
    cash = account.cash
    cash.transfers += account.profile.initial_cash - cash.cash
    cash.cash = account.profile.initial_cash
    cash.realized_before_reset = cash.realized - cash.fees
    account.leverage.clear()
    account.limits = account.profile.limits
    account.day.equity = equity_of(account).equity
    matching.steps.append(change.finish("reset"))


def _take_away(change: Change, position: Position) -> None:
    change.adjust(Adjustment(position.symbol, -position.qty, -position.cost))
    change.account.cash.adjustments -= position.cost
    change.put_position(
        Position(
            position.symbol,
            realized=position.realized,
            fees=position.fees,
            updated_step=change.number,
            updated_ts=change.ts,
        )
    )


def interrupt(matching: Round, command: FeedGap) -> None:
    """Record that the feed could not be read: each market's next tick is the first after a gap."""
    account: Account = matching.account
    for market in account.markets.values():
        market.interrupt()
    matching.steps.append(matching.change().finish("feed_gap"))
