"""Executions over HTTP, and why each is as it is."""

from typing import Annotated, Any

from fastapi import Query, Response

from trading_api.models.broker import Execution, ExecutionExplanation, Recomputed
from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.modules.broker.engine.explain import recompute
from trading_api.modules.broker.engine.state.decimals import money
from trading_api.modules.broker.wire import execution_text
from trading_api.shared.errors import Refusal
from trading_api.shared.http_errors import error_responses

from .parts import ACCOUNT, PLACED, AccountApi, AccountId, Limit, listed

Before = Annotated[
    int | None, Query(ge=1, le=MAX_SAFE_INTEGER, description="only those numbered below this")
]


class ExecutionsApi(AccountApi):
    """List and explain executions."""

    def add_routes(self) -> None:
        add: Any = self.add_api_route
        reading = {**error_responses(*ACCOUNT, "INSTRUMENT_UNKNOWN"), **PLACED}
        add(
            "/executions/{execution_id}/explain",
            self.explain_execution,
            responses=error_responses(*ACCOUNT, "EXECUTION_NOT_FOUND"),
        )
        every = {**error_responses(*ACCOUNT), **PLACED}
        executions = list[Execution]
        add("/executions", self.get_all_executions, response_model=executions, responses=every)
        add(
            "/executions/{symbol:path}",
            self.get_executions,
            response_model=executions,
            responses=reading,
        )

    async def get_all_executions(
        self, accountId: AccountId = None, limit: Limit = None, before: Before = None
    ) -> Response:
        """List the executions in all instruments, ascending; without `limit` all of them.

        Executions of the account are numbered from 1, which their ids end with.
        """
        account_id = self.service.account(accountId).opening.id
        page = (before, limit)
        place, found = await self.service.reading.executions(account_id, None, page)
        listing_of = self.service.venue.listing
        return listed(place, [execution_text(each, listing_of(each.symbol)) for each in found])

    async def get_executions(
        self,
        symbol: str,
        accountId: AccountId = None,
        limit: Limit = None,
        before: Before = None,
    ) -> Response:
        """List the executions in one instrument, ascending; without `limit` all of them.

        Executions of the account are numbered from 1, which their ids end with.
        """
        account = self.service.account(accountId)
        listing = self.service.venue.find(symbol)
        place, found = await self.service.reading.executions(
            account.opening.id, listing.symbol, (before, limit)
        )
        return listed(place, [execution_text(each, listing) for each in found])

    async def explain_execution(
        self, execution_id: str, accountId: AccountId = None
    ) -> ExecutionExplanation:
        """Return everything that an execution was computed from, and the same numbers again.

        Prices and quantities in it are integers in the instrument's units (`scales`), money in
        10^-12 of the account's currency.
        """
        account = self.service.account(accountId)
        found = await self.service.reading.explanation(account.opening.id, execution_id)
        if found is None:
            expected = "the id of an execution of the account"
            message = f"expected {expected}, got {execution_id[:80]!a}"
            raise Refusal("EXECUTION_NOT_FOUND", message)
        listing, again = self.service.venue.listing(found["symbol"]), recompute(found)
        return ExecutionExplanation(
            executionId=execution_id,
            explanation=found,
            recomputed=Recomputed(
                price=listing.price(again.price),
                qty=listing.qty(again.qty),
                fee=money(again.fee),
            ),
        )
