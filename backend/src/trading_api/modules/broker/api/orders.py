"""Orders over HTTP."""

from typing import Annotated, Any

from fastapi import Query, Response

from trading_api.models.broker import (
    CancelOrders,
    Done,
    OrderPreviewResult,
    PlacedOrder,
    PlaceOrderResult,
    PreOrder,
)
from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.modules.broker.engine.inputs import Cancel, NewOrder, Submit
from trading_api.modules.broker.engine.records import Order
from trading_api.modules.broker.trading.confirmations import Confirmations
from trading_api.modules.broker.trading.orders import modification, new_order
from trading_api.modules.broker.trading.previews import preview, refused_preview
from trading_api.modules.broker.view import AccountView
from trading_api.modules.broker.wire import order_text
from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.http_errors import error_responses

from .parts import (
    ACCOUNT,
    COMMAND,
    PLACED,
    AccountApi,
    AccountId,
    IdempotencyKey,
    Limit,
    done,
    listed,
)

ConfirmId = Annotated[str | None, Query(max_length=64, description="of the order's preview")]
BeforeStep = Annotated[
    int | None, Query(ge=1, le=MAX_SAFE_INTEGER, description="only what ended before this step")
]
REFUSALS = (
    "INSTRUMENT_UNKNOWN", "INSTRUMENT_UNTRADED", "CURRENCY_UNSUPPORTED", "ORDER_FIELD_UNSUPPORTED",
    "ORDER_PRICE_MISSING", "ORDER_PRICE_UNEXPECTED", "ORDER_PRICE_RANGE", "ORDER_PRICE_STEP",
    "ORDER_QTY_RANGE", "ORDER_QTY_STEP", "MARGIN_INSUFFICIENT", "RISK_PRICE_COLLAR",
    "RISK_ORDER_RATE", "MARKET_BEHIND", "MARKET_CLOSED", "MARKET_STALE", "MARKET_HALTED",
    "ACCOUNT_HALTED", "ACCOUNT_REDUCING", "CONFIRMATION_INVALID",
)  # fmt: skip


class OrdersApi(AccountApi):
    """Place, preview, change, cancel and list orders."""

    def add_routes(self) -> None:
        self._confirmations = Confirmations(self.service.clock)
        add: Any = self.add_api_route
        command, ended = error_responses(*COMMAND), error_responses(*COMMAND, "ORDER_FINAL")
        placing = error_responses(*COMMAND, *REFUSALS)
        reading = {**error_responses(*ACCOUNT), **PLACED}
        orders = list[PlacedOrder]
        # First: a request is compared with the routes in their order.
        add("/orders", self.place_order, methods=["POST"], responses=placing)
        add("/orders", self.get_orders, response_model=orders, responses=reading)
        add("/orders/history", self.get_orders_history, response_model=orders, responses=reading)
        add("/orders/preview", self.preview_order, methods=["POST"], responses=command)
        add("/orders/cancel", self.cancel_orders, methods=["POST"], responses=ended)
        modified = error_responses(*COMMAND, "ORDER_FINAL", "MARKET_CLOSED")
        add("/orders/{order_id}", self.modify_order, methods=["PUT"], responses=modified)
        add("/orders/{order_id}", self.cancel_order, methods=["DELETE"], responses=ended)

    async def get_orders(self, accountId: AccountId = None) -> Response:
        """List the orders that are open or ended on their instrument's current trading day."""
        account = self.service.account(accountId)
        state = await self.service.reading.state(account.opening.id, "orders")
        return listed(state.place, state.texts)

    async def get_orders_history(
        self, accountId: AccountId = None, limit: Limit = None, before_step: BeforeStep = None
    ) -> Response:
        """List every order that has ended, ascending by the step that ended it.

        With `limit` the newest so many, and all that ended in the same step as the oldest of them.
        """
        account = self.service.account(accountId)
        page = (before_step, limit)
        place, found = await self.service.reading.final_orders(account.opening.id, page)
        listing_of = self.service.venue.listing
        return listed(place, [order_text(order, listing_of(order.symbol)) for order in found])

    async def place_order(
        self,
        order: PreOrder,
        accountId: AccountId = None,
        confirmId: ConfirmId = None,
        key: IdempotencyKey = None,
    ) -> PlaceOrderResult:
        """Place an order; committed, and on its way to the streams, when this answers.

        `clientOrderId` serves as the idempotency key.
        """
        account_id = self.service.account(accountId).opening.id
        wanted = new_order(order, self.service.venue)
        key = _key_of(order, key)
        await self._confirm(confirmId, account_id, wanted, key)
        reply = await self.service.command(account_id, Submit(wanted), key)
        return PlaceOrderResult(orderId=reply.order_id or "", step=reply.step)

    async def preview_order(
        self, order: PreOrder, accountId: AccountId = None
    ) -> OrderPreviewResult:
        """Say what an order would cost, and what stands against it; nothing changes."""
        account_id = self.service.account(accountId).opening.id
        feed = self.service.venue.market.feed
        feed.begin()
        now = feed.now_ms()
        try:
            wanted = new_order(order, self.service.venue)
        except TradingApiError as refused:
            return refused_preview(refused)
        found = await self.service.reading.with_copy(
            account_id, lambda engine: preview(engine, wanted, now), wanted.symbol
        )
        if found.errors:
            return found
        return found.model_copy(update={"confirmId": self._confirmations.issue(account_id, wanted)})

    async def modify_order(
        self,
        order_id: str,
        order: PreOrder,
        accountId: AccountId = None,
        confirmId: ConfirmId = None,
        key: IdempotencyKey = None,
    ) -> Done:
        """Replace quantity, prices and brackets of an open order, whose id stays.

        Symbol, type, side and duration cannot change; brackets that are left out are removed.
        """
        account_id = self.service.account(accountId).opening.id
        existing = await self.service.reading.order(account_id, order_id)
        if existing is None:
            expected = "the id of an order of the account"
            raise Refusal("ORDER_NOT_FOUND", f"expected {expected}, got {order_id[:80]!a}")
        if confirmId is not None:
            wanted = new_order(order, self.service.venue)
            await self._confirm(confirmId, account_id, wanted, key)
        change = modification(order, existing, self.service.venue.listing(existing.symbol))
        return done(await self.service.command(account_id, change, key), f"{order_id} is changed")

    async def _confirm(
        self, confirm_id: str | None, account_id: str, order: NewOrder, key: str | None
    ) -> None:
        """Use a confirmation up, if there is one.

        What was carried out under this key already is asked for again: its confirmation may have
        ended meanwhile, and the order is there all the same.
        """
        if confirm_id is None:
            return
        if key is None or not await self.service.reading.is_answered(account_id, key):
            self._confirmations.use(confirm_id, account_id, order, key)

    async def cancel_order(
        self, order_id: str, accountId: AccountId = None, key: IdempotencyKey = None
    ) -> Done:
        """Cancel an open order; an entry takes the children that wait for it along."""
        account_id = self.service.account(accountId).opening.id
        reply = await self.service.command(account_id, Cancel((order_id,)), key)
        return done(reply, f"{order_id} is canceled")

    async def cancel_orders(
        self, request: CancelOrders, accountId: AccountId = None, key: IdempotencyKey = None
    ) -> Done:
        """Cancel all of these orders in one step, or none; `symbol` and `side` narrow them."""
        account = self.service.account(accountId)
        chosen = tuple(await self._narrowed(account, request))
        if not chosen:
            expected = f"orders of {request.symbol} on that side"
            raise Refusal("ORDER_NOT_FOUND", f"expected {expected}, got none of them")
        reply = await self.service.command(account.opening.id, Cancel(chosen), key)
        return done(reply, f"{len(chosen)} orders are canceled")

    async def _narrowed(self, account: AccountView, request: CancelOrders) -> list[str]:
        """Return the orders that are meant, whether they are open or not.

        Who asks again must be understood as the first time, when more of them were open.
        """
        asked, reading = list(dict.fromkeys(request.orderIds)), self.service.reading
        if request.symbol is None and request.side is None:
            return asked
        orders = [
            account.orders.get(order_id) or await reading.order(account.opening.id, order_id)
            for order_id in asked
        ]
        return [
            order_id
            for order_id, order in zip(asked, orders, strict=True)
            if _is_meant(order, request)
        ]


def _is_meant(order: Order | None, request: CancelOrders) -> bool:
    """Whether `symbol` and `side` leave an order in; one that there is not is refused later."""
    return order is None or (
        request.symbol in (None, order.symbol) and request.side in (None, order.side)
    )


def _key_of(order: PreOrder, key: str | None) -> str | None:
    """Return the order's idempotency key: its `clientOrderId`, or the header.

    Raises:
        Refusal: they differ.
    """
    named = order.clientOrderId
    if key is not None and named is not None and key != named:
        expected = f"Idempotency-Key: expected {named!r} as clientOrderId says, or none"
        raise Refusal("invalid_payload", f"{expected}, got {key!r}")
    return named if key is None else key
