"""Leverage of an instrument over HTTP."""

from typing import Annotated, Any

from fastapi import Query

from trading_api.models.broker import (
    LeverageInfo,
    LeveragePreviewResult,
    LeverageSetParams,
    LeverageSetResult,
)
from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.inputs import SetLeverage
from trading_api.modules.broker.engine.listing import Listing
from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.http_errors import error_responses

from .parts import ACCOUNT, COMMAND, AccountApi, AccountId, IdempotencyKey

LEVERAGE = ("INSTRUMENT_UNKNOWN", "LEVERAGE_RANGE", "MARGIN_INSUFFICIENT")
# Beyond it a move of five percent against a position is more than its margin.
HIGH = 20
Ignored = Annotated[int | None, Query(description="TradingView's; it changes nothing")]


class LeverageApi(AccountApi):
    """Read, preview and set leverage."""

    def add_routes(self) -> None:
        add: Any = self.add_api_route
        add(
            "/leverage/info",
            self.leverage_info,
            responses=error_responses(*ACCOUNT, "INSTRUMENT_UNKNOWN"),
        )
        add(
            "/leverage/set",
            self.set_leverage,
            methods=["PUT"],
            responses=error_responses(*COMMAND, *LEVERAGE),
        )
        add(
            "/leverage/preview",
            self.preview_leverage,
            methods=["POST"],
            responses=error_responses(*COMMAND, "INSTRUMENT_UNKNOWN"),
        )

    async def leverage_info(
        self,
        symbol: str,
        orderType: Ignored = None,
        side: Ignored = None,
        accountId: AccountId = None,
    ) -> LeverageInfo:
        """Return the leverage of an instrument, and its bounds."""
        account_id = self.service.account(accountId).opening.id
        listing = self.service.venue.find(symbol)

        def info(engine: AccountEngine) -> LeverageInfo:
            account = engine.account
            return LeverageInfo(
                title=f"Leverage of {listing.symbol}",
                leverage=account.leverage_of(listing.symbol),
                min=1,
                max=account.profile.max_leverage,
                step=1,
            )

        return await self.service.reading.with_copy(account_id, info)

    async def set_leverage(
        self, params: LeverageSetParams, accountId: AccountId = None, key: IdempotencyKey = None
    ) -> LeverageSetResult:
        """Set the leverage of an instrument; margin of what is open follows at once."""
        account_id = self.service.account(accountId).opening.id
        command = _command(params, self.service.venue.find(params.symbol))
        reply = await self.service.command(account_id, command, key)
        return LeverageSetResult(leverage=command.leverage, step=reply.step)

    async def preview_leverage(
        self, params: LeverageSetParams, accountId: AccountId = None
    ) -> LeveragePreviewResult:
        """Say what a leverage would mean; nothing changes."""
        account_id = self.service.account(accountId).opening.id
        listing = self.service.venue.find(params.symbol)
        now = self.service.venue.market.feed.now_ms()

        def attempt(engine: AccountEngine) -> LeveragePreviewResult:
            engine.fire(now)
            try:
                command = _command(params, listing)
                engine.command(command, now)
            except TradingApiError as refused:
                said = f"{refused.code}: {refused.message}"
                return LeveragePreviewResult(infos=[], warnings=[], errors=[said])
            return _meaning(command)

        return await self.service.reading.with_copy(account_id, attempt, listing.symbol)


def _meaning(command: SetLeverage) -> LeveragePreviewResult:
    share = f"{100 / command.leverage:.4g} %"
    warnings = []
    if command.leverage > HIGH:
        warnings.append(f"A move of {share} against a position is its whole margin.")
    info = f"A position takes {share} of its value as margin."
    return LeveragePreviewResult(infos=[info], warnings=warnings, errors=[])


def _command(params: LeverageSetParams, listing: Listing) -> SetLeverage:
    leverage = params.leverage
    if leverage != leverage.to_integral_value():
        raise Refusal("LEVERAGE_RANGE", f"leverage: expected a whole number, got {leverage}")
    return SetLeverage(listing.symbol, int(leverage))
