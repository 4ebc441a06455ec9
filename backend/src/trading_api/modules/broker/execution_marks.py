"""Where the accounts have traded, read from their record for charts."""

from collections.abc import Sequence
from decimal import Decimal

from trading_api.models.broker import Side
from trading_api.shared.charts import MarkedExecution

from .engine.listing import Listing
from .engine.records import Execution
from .service import BrokerService

MOST_EXECUTIONS = 10_000
PAGE = 1_000


class LedgerMarks:
    """See `ExecutionMarks`: every account of this server is its one user's."""

    def __init__(self, service: BrokerService) -> None:
        self._service = service

    async def executions(self, symbol: str, start: int, end: int) -> Sequence[MarkedExecution]:
        self._service.refuse_unless_open()
        venue = self._service.venue
        if venue.terms(symbol) is None:
            return []
        listing = venue.listing(symbol)
        marked = [
            _marked(account_id, each, listing)
            for account_id in list(self._service.view.accounts)
            for each in await self._newest(account_id, symbol, start, end)
        ]
        return sorted(marked, key=lambda one: one.time)

    async def _newest(self, account_id: str, symbol: str, start: int, end: int) -> list[Execution]:
        """Return the newest executions of that time; an account's time never goes back."""
        taken: list[Execution] = []
        before: int | None = None
        while len(taken) < MOST_EXECUTIONS:
            _, page = await self._service.reading.executions(account_id, symbol, (before, PAGE))
            taken[:0] = [each for each in page if start <= each.ts < end]
            if len(page) < PAGE or page[0].ts < start:
                break
            before = page[0].number
        return taken[-MOST_EXECUTIONS:]


def _marked(account_id: str, execution: Execution, listing: Listing) -> MarkedExecution:
    return MarkedExecution(
        account=account_id,
        id=execution.id,
        time=execution.ts,
        side="buy" if execution.side is Side.BUY else "sell",
        price=Decimal(listing.price(execution.price)),
        qty=Decimal(listing.qty(execution.qty)),
    )
