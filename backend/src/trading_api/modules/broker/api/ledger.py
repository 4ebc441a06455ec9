"""The ledger's file over HTTP, for the commands of the machine that it lies on."""

from typing import Any

from trading_api.models.broker.ledger_file import RestoreReport, RestoreRequest

from .parts import AccountApi


class LedgerApi(AccountApi):
    """Put a backup in the place of the accounts.

    Whoever names a staged copy can write into the data directory: its name is random.
    """

    def add_routes(self) -> None:
        add: Any = self.add_api_route
        add("/ledger/restore", self.restore, methods=["POST"], include_in_schema=False)

    async def restore(self, request: RestoreRequest) -> RestoreReport:
        """Put the staged copy in the ledger's place; answered when the accounts are open again."""
        kept = await self.service.restore(request.staged)
        health = self.service.health()
        return RestoreReport(
            kept=None if kept is None else kept.name,
            condition=health.condition,
            reason=health.reason,
        )
