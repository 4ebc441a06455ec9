"""Each rule of execution and the price that it gives, from what an explanation keeps."""

from typing import Any, Literal

from trading_api.models.broker import Side

Rule = Literal[
    "market_at_touch",
    "market_at_last",
    "limit_taking",
    "limit_gap",
    "limit_reached",
    "bar_open",
    "bar_stop",
    "bar_limit",
    "bar_close",
]

RULES: dict[Rule, str] = {
    "market_at_touch": "takes the other side of the quote",
    "market_at_last": "nothing is quoted: takes the price of the last trade",
    "limit_taking": "the market was at or beyond the limit before the order could execute: "
    "takes the other side of the quote, or the last trade where nothing is quoted",
    "limit_gap": "the first price after time without trading is beyond the limit: takes it",
    "limit_reached": "the market came to the waiting order: executes at its limit",
    "bar_open": "the bar opened at a price that executes the order: takes the open",
    "bar_stop": "the bar reached the stop: executes at the stop",
    "bar_limit": "the bar traded through the limit: executes at the limit",
    "bar_close": "triggered within the bar, whose close is through the limit: executes at the "
    "limit",
}


def price_by_rule(
    rule: Rule, source: dict[str, Any], side: Side, prices: dict[str, int | None]
) -> int:
    """Return the price of an execution; `prices` are the order's `limit` and `stop`.

    Raises:
        ValueError: the rule needs a value that the explanation does not have.
    """
    if rule in ("limit_reached", "bar_limit", "bar_close"):
        price = prices["limit"]
    elif rule == "bar_stop":
        price = prices["stop"]
    elif rule == "bar_open":
        price = source["open"]
    elif source["bid"] is None and source["ask"] is None:
        price = source["last"]
    else:
        price = source["ask"] if side is Side.BUY else source["bid"]
    if price is None:
        raise ValueError(f"expected the price that {rule} needs, got none")
    return price
