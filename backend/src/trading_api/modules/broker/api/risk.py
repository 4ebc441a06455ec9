"""Limits of an account, and the switch that stops it."""

from typing import Any

from trading_api.models.broker import (
    Done,
    KillReport,
    KillSwitchRequest,
    NotFlattened,
    RiskReport,
    RiskSettings,
)
from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.inputs import KillSwitch, Resume, SetRisk
from trading_api.modules.broker.engine.state.decimals import money
from trading_api.modules.broker.trading.accounts import limits_of
from trading_api.shared.http_errors import error_responses

from .parts import ACCOUNT, COMMAND, AccountApi, AccountId, IdempotencyKey, done


class RiskApi(AccountApi):
    """Read and set limits, stop and resume."""

    def add_routes(self) -> None:
        add: Any = self.add_api_route
        command = error_responses(*COMMAND)
        add("/risk", self.get_risk, responses=error_responses(*ACCOUNT))
        add(
            "/risk",
            self.set_risk,
            methods=["PUT"],
            responses=error_responses(*COMMAND, "RISK_LIMITS_INVALID"),
        )
        add("/kill-switch", self.kill_switch, methods=["POST"], responses=command)
        add(
            "/resume",
            self.resume,
            methods=["POST"],
            responses=error_responses(*COMMAND, "ACCOUNT_ACTIVE"),
        )

    async def get_risk(self, accountId: AccountId = None) -> RiskReport:
        """Return the limits that orders are checked against, and how the account stands."""
        account_id = self.service.account(accountId).opening.id
        return await self.service.reading.with_copy(account_id, _report)

    async def set_risk(
        self, limits: RiskSettings, accountId: AccountId = None, key: IdempotencyKey = None
    ) -> Done:
        """Replace all limits; what is left out has its default. Open orders stay."""
        account_id = self.service.account(accountId).opening.id
        reply = await self.service.command(account_id, SetRisk(limits_of(limits)), key)
        return done(reply, "the limits are set")

    async def kill_switch(
        self,
        request: KillSwitchRequest | None = None,
        accountId: AccountId = None,
        key: IdempotencyKey = None,
    ) -> KillReport:
        """Cancel every entry and stop trading, in one step; `flatten` closes the positions too.

        What protects positions stays, unless they are closed. `resume` is a separate act.
        """
        account_id = self.service.account(accountId).opening.id
        flatten = request is not None and request.flatten
        reply = await self.service.command(account_id, KillSwitch(flatten), key)
        report = reply.details or {}
        return KillReport(
            step=reply.step,
            state=report["mode"],
            canceled=report["canceled"],
            flattened=report["flattened"],
            notFlattened=[NotFlattened(**each) for each in report["unflattened"]],
        )

    async def resume(self, accountId: AccountId = None, key: IdempotencyKey = None) -> Done:
        """Let a stopped account trade again."""
        account_id = self.service.account(accountId).opening.id
        return done(await self.service.command(account_id, Resume(), key), "the account trades")


def _report(engine: AccountEngine) -> RiskReport:
    account, limits = engine.account, engine.account.limits
    return RiskReport(
        state=account.mode,
        maxOrderQty=_text(limits.max_order_qty),
        maxOrderNotional=_text(limits.max_order_notional),
        maxOpenOrders=limits.max_open_orders,
        priceCollarPercent=limits.price_collar_percent,
        ordersPerSecond=limits.orders_per_second,
        dailyLoss=_text(limits.daily_loss),
        openOrders=len(account.orders),
        lossToday=money(max(0, account.day.equity - engine.equity.equity)),
    )


def _text(amount: int | None) -> str | None:
    return None if amount is None else money(amount)
