"""The durable state in JSON's types, and the account again from it."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from trading_api.models.broker import OrderStatus, OrderType, Side, StopType
from trading_api.modules.broker.engine.account import (
    Account,
    Cash,
    Counters,
    Day,
    OrderRate,
)
from trading_api.modules.broker.engine.inputs import Cursor, RiskLimits, Tick
from trading_api.modules.broker.engine.matching.market import Market
from trading_api.modules.broker.engine.profile import AccountProfile
from trading_api.modules.broker.engine.records import Order, Position
from trading_api.modules.broker.engine.terms import Terms

from .canonical import balance_text, executions_text, order_text, position_text

VERSION = 1
ENUMS: dict[str, Callable[[int], Any]] = {
    "type": OrderType,
    "side": Side,
    "status": OrderStatus,
    "stop_type": StopType,
}
ORDER_FIELDS = Order._fields
TICK_FIELDS = tuple(field.name for field in fields(Tick))


def dumped(account: Account) -> dict[str, Any]:
    """Return everything that `restored` needs, `core`, `markets`, `orders` and `positions`."""
    return {
        **remainder(account),
        "orders": [order_json(order) for order in account.orders.values()],
        "positions": [position._asdict() for _, position in sorted(account.positions.items())],
    }


def remainder(account: Account) -> dict[str, Any]:
    """Return what the records of the steps do not tell, `core` and `markets`."""
    return {
        "core": core_json(account),
        "markets": {
            symbol: market_json(market)
            for symbol, market in sorted(account.markets.items())
            if market.tick is not None
        },
    }


def core_json(account: Account) -> dict[str, Any]:
    """Return what is small and changes with nearly every step."""
    return {
        "version": VERSION,
        "account": account.profile.id,
        "ts": account.ts,
        "cursor": list(account.cursor),
        "mode": account.mode,
        "limits": members_of(account.limits),
        "counters": members_of(account.counters),
        "cash": members_of(account.cash),
        "day": members_of(account.day),
        "rate": members_of(account.rate),
        "leverage": dict(sorted(account.leverage.items())),
        "finishedGroups": list(account.finished_groups),
        "stateHash": account.hash.hex,
    }


def members_of(part: RiskLimits | Counters | Cash | Day | OrderRate) -> dict[str, Any]:
    """Return the members of a flat data class, at a tenth of what copying them deeply takes."""
    return {name: getattr(part, name) for name in part.__slots__}


def order_json(order: Order) -> dict[str, Any]:
    """Return an order by its fields; enumerations as their numbers."""
    return {
        name: int(value) if name in ENUMS else value
        for name in ORDER_FIELDS
        if (value := getattr(order, name)) is not None
    }


def order_of(members: Mapping[str, Any]) -> Order:
    """Return the order that `order_json` was taken of."""
    return Order(
        **{name: ENUMS[name](value) if name in ENUMS else value for name, value in members.items()}
    )


def market_json(market: Market) -> dict[str, Any]:
    """Return what an account knows of a market, and what of its sizes it has used."""
    tick = market.tick
    return {
        "tick": None if tick is None else [getattr(tick, name) for name in TICK_FIELDS],
        "used": [market.used_buy, market.used_sell],
        "before": [market.before_buy, market.before_sell],
        "gap": market.gap,
        "resuming": market.resuming,
    }


def market_of(members: Mapping[str, Any]) -> Market:
    """Return the market that `market_json` was taken of."""
    market = Market()
    tick = members["tick"]
    market.tick = None if tick is None else Tick(*tick)
    market.used_buy, market.used_sell = members["used"]
    market.before_buy, market.before_sell = members["before"]
    market.gap = members["gap"]
    market.resuming = members["resuming"]
    return market


def restored(
    profile: AccountProfile, terms: Callable[[str], Terms | None], state: Mapping[str, Any]
) -> Account:
    """Return the account that `dumped` was taken of.

    Raises:
        ValueError: it is of another account or version, or does not fit its state hash.
    """
    core = state["core"]
    if (core["version"], core["account"]) != (VERSION, profile.id):
        came = f"version {core['version']} of {core['account']}"
        raise ValueError(f"expected a dump of version {VERSION} of {profile.id}, got {came}")
    account = Account(profile, terms, RiskLimits(**core["limits"]), ts=core["ts"])
    account.cursor = Cursor(*core["cursor"])
    account.mode = core["mode"]
    account.counters = Counters(**core["counters"])
    account.cash = Cash(**core["cash"])
    account.day = Day(**core["day"])
    account.rate = OrderRate(**core["rate"])
    account.leverage = dict(core["leverage"])
    account.finished_groups = dict.fromkeys(core["finishedGroups"])
    for members in state["positions"]:
        account.put_position(Position(**members))
    reserved = account.cash.reserved
    account.cash.reserved = 0
    for order in sorted(map(order_of, state["orders"]), key=lambda order: order.number):
        account.put_order(order)
    account.markets = {name: market_of(members) for name, members in state["markets"].items()}
    if account.cash.reserved != reserved:
        raise ValueError(
            f"expected orders that reserve {reserved}, got {account.cash.reserved}: corrupt"
        )
    rehash(account)
    if account.hash.hex != core["stateHash"]:
        came = account.hash.hex
        raise ValueError(f"expected the state hash {core['stateHash']}, got {came}: corrupt")
    return account


def rehash(account: Account) -> None:
    """Compute the state hash anew from everything that it covers."""
    account.hash.clear()
    for order in account.orders.values():
        account.hash.put("order", order.id, order_text(order, account.listed(order.symbol)))
    for position in account.positions.values():
        if position.qty:
            text = position_text(position, account.listed(position.symbol))
            account.hash.put("position", position.symbol, text)
    account.hash.put("balance", account.profile.currency, balance_text(account.balance))
    counters = account.counters
    tail = executions_text(counters.executions, counters.chain)
    account.hash.put("executions", "", tail)
