"""What an order would do, in words and numbers, without placing it."""

from collections.abc import Iterator

from trading_api.models.broker import (
    OrderPreviewResult,
    OrderType,
    PreviewRow,
    PreviewSection,
    Side,
)
from trading_api.modules.broker.engine.commands.preview import Estimate
from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.inputs import NewOrder
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.state.decimals import money
from trading_api.shared.errors import TradingApiError


def preview(engine: AccountEngine, order: NewOrder, now: int) -> OrderPreviewResult:
    """Return the preview of an order on a copy of its account; `confirmId` is the caller's."""
    engine.fire(now)
    try:
        found = engine.preview(order, now)
    except TradingApiError as refused:
        return refused_preview(refused)
    listing = engine.account.listed(order.symbol)
    sections = [_order(order, listing), _costs(engine, found, listing)]
    if order.take_profit is not None or order.stop_loss is not None:
        sections.append(_protection(order, listing))
    return OrderPreviewResult(
        sections=sections,
        confirmId=None,
        warnings=list(_warnings(order, found, listing)),
        errors=[],
    )


def refused_preview(refused: TradingApiError) -> OrderPreviewResult:
    """Return the preview of an order that would be refused."""
    said = f"{refused.code}: {refused.message}"
    return OrderPreviewResult(sections=[], confirmId=None, warnings=[], errors=[said])


def _order(order: NewOrder, listing: Listing) -> PreviewSection:
    kind = order.type.name.capitalize().replace("_", "-")
    rows = [
        ("Instrument", order.symbol),
        ("Order", f"{'Buy' if order.side is Side.BUY else 'Sell'} {kind}"),
        ("Quantity", listing.qty(order.qty)),
        ("Duration", order.time_in_force),
    ]
    if order.limit_price is not None:
        rows.append(("Limit price", listing.price(order.limit_price)))
    if order.stop_price is not None:
        rows.append(("Stop price", listing.price(order.stop_price)))
    return _section("Order", rows)


def _costs(engine: AccountEngine, found: Estimate, listing: Listing) -> PreviewSection:
    currency = engine.account.profile.currency
    leverage = engine.account.leverage_of(listing.symbol)
    return _section(
        "Costs",
        [
            ("Expected price", listing.price(found.price)),
            ("Value", f"{money(found.notional)} {currency}"),
            ("Commission", f"{money(found.fee)} {currency}"),
            ("Leverage", f"{leverage}:1"),
            ("Buying power it takes", f"{money(found.reserved)} {currency}"),
            ("Buying power left", f"{money(found.available - found.reserved)} {currency}"),
        ],
    )


def _protection(order: NewOrder, listing: Listing) -> PreviewSection:
    rows = []
    if order.take_profit is not None:
        rows.append(("Take profit", listing.price(order.take_profit)))
    if order.stop_loss is not None:
        rows.append(("Stop loss", listing.price(order.stop_loss)))
    return _section("Protection", rows)


def _warnings(order: NewOrder, found: Estimate, listing: Listing) -> Iterator[str]:
    if order.type is OrderType.MARKET:
        yield "A market order executes at the price of the moment, which may differ from this one."
    if found.waits is not None:
        yield f"It {REASONS[found.waits]}."
    if found.room is not None and order.qty > found.room:
        at_hand = listing.qty(found.room)
        yield f"Only {at_hand} is displayed at this price: the rest fills as the level changes."


def _section(header: str, rows: list[tuple[str, str]]) -> PreviewSection:
    return PreviewSection(
        header=header, rows=[PreviewRow(title=title, value=value) for title, value in rows]
    )
