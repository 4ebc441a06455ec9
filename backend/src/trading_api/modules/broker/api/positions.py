"""Positions over HTTP; the id of a position is its symbol, which may contain a slash."""

from typing import Annotated, Any

from fastapi import Query, Response

from trading_api.models.broker import Done, EditBrackets, Position
from trading_api.models.broker.numbers import Number
from trading_api.modules.broker.engine.inputs import ClosePosition, ReversePosition, SetBrackets
from trading_api.modules.broker.trading.amounts import price, quantity
from trading_api.shared.errors import Refusal
from trading_api.shared.http_errors import error_responses

from .parts import ACCOUNT, COMMAND, PLACED, AccountApi, AccountId, IdempotencyKey, done, listed

Amount = Annotated[Number | None, Query(description="how much of it; all when left out")]
HELD = (*COMMAND, "INSTRUMENT_UNKNOWN", "POSITION_NOT_FOUND", "ACCOUNT_HALTED")
EXECUTED = (
    *HELD, "MARKET_BEHIND", "MARKET_CLOSED", "MARKET_STALE", "MARKET_HALTED",
    "MARKET_PRICE_UNKNOWN",
)  # fmt: skip


class PositionsApi(AccountApi):
    """List, close, reverse and protect positions."""

    def add_routes(self) -> None:
        add: Any = self.add_api_route
        reading = {**error_responses(*ACCOUNT), **PLACED}
        closing = error_responses(*EXECUTED, "POSITION_QTY_RANGE", "ORDER_QTY_STEP")
        one = "/positions/{position_id:path}"
        add("/positions", self.get_positions, response_model=list[Position], responses=reading)
        add(
            f"{one}/reverse",
            self.reverse_position,
            methods=["POST"],
            responses=error_responses(*EXECUTED, "MARGIN_INSUFFICIENT"),
        )
        add(
            f"{one}/brackets",
            self.edit_position_brackets,
            methods=["PUT"],
            responses=error_responses(*HELD, "BRACKET_WRONG_SIDE", "ORDER_PRICE_STEP"),
        )
        add(one, self.close_position, methods=["DELETE"], responses=closing)

    async def get_positions(self, accountId: AccountId = None) -> Response:
        """List the open positions."""
        account = self.service.account(accountId)
        state = await self.service.reading.state(account.opening.id, "positions")
        return listed(state.place, state.texts)

    async def close_position(
        self,
        position_id: str,
        amount: Amount = None,
        accountId: AccountId = None,
        key: IdempotencyKey = None,
    ) -> Done:
        """Close a position, or a part of it, at the market; `orderId` is the order that does it."""
        account_id = self.service.account(accountId).opening.id
        listing = self.service.venue.find(position_id)
        qty = None if amount is None else quantity(listing, "amount", amount)
        reply = await self.service.command(account_id, ClosePosition(listing.symbol, qty), key)
        return done(reply, f"{listing.symbol} is being closed")

    async def reverse_position(
        self, position_id: str, accountId: AccountId = None, key: IdempotencyKey = None
    ) -> Done:
        """Turn a position into one of the other side and the same size, at the market."""
        account_id = self.service.account(accountId).opening.id
        symbol = self.service.venue.find(position_id).symbol
        reply = await self.service.command(account_id, ReversePosition(symbol), key)
        return done(reply, f"{symbol} is being reversed")

    async def edit_position_brackets(
        self,
        position_id: str,
        request: EditBrackets,
        accountId: AccountId = None,
        key: IdempotencyKey = None,
    ) -> Done:
        """Replace the position's own take-profit and stop-loss; what is left out is removed.

        Other orders of the instrument stay.
        """
        account_id = self.service.account(accountId).opening.id
        listing, brackets = self.service.venue.find(position_id), request.brackets
        if brackets.guaranteedStop is not None or brackets.trailingStopPips is not None:
            expected = "takeProfit and stopLoss alone"
            raise Refusal("ORDER_FIELD_UNSUPPORTED", f"brackets: expected {expected}, got others")
        command = SetBrackets(
            listing.symbol,
            price(listing, "takeProfit", brackets.takeProfit),
            price(listing, "stopLoss", brackets.stopLoss),
        )
        reply = await self.service.command(account_id, command, key)
        return done(reply, f"{listing.symbol} is protected as asked")
