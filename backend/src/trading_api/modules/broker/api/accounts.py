"""Accounts over HTTP: list them, open one, start one anew."""

from typing import Annotated, Any

from fastapi import Query, Response

from trading_api.models.broker import (
    AccountMetainfo,
    AccountOpened,
    Done,
    EquityPoint,
    NewAccount,
)
from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.modules.broker.engine.inputs import Reset
from trading_api.modules.broker.equity_history import Span, equity_history
from trading_api.modules.broker.trading.accounts import opening_of
from trading_api.modules.broker.view import AccountView
from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.http_errors import error_responses

from .parts import (
    ACCOUNT,
    COMMAND,
    OPEN,
    PLACED,
    AccountApi,
    AccountId,
    IdempotencyKey,
    done,
    place_headers,
)

MAX_POINTS = 1000
FromMs = Annotated[
    int | None,
    Query(alias="from", ge=0, le=MAX_SAFE_INTEGER, description="Unix ms; else the first step"),
]
ToMs = Annotated[
    int | None,
    Query(alias="to", ge=1, le=MAX_SAFE_INTEGER, description="Unix ms, not in it; else now"),
]
Points = Annotated[int, Query(ge=1, le=MAX_POINTS, description="into so many parts")]

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


class AccountsApi(AccountApi):
    """The accounts of the ledger."""

    def add_routes(self) -> None:
        add: Any = self.add_api_route
        add(
            "/account",
            self.get_account_info,
            response_model=AccountMetainfo,
            responses={**error_responses(*ACCOUNT), **PLACED},
        )
        add("/account/equity", self.get_equity_history, responses=error_responses(*ACCOUNT))
        add("/accounts", self.get_accounts, responses=error_responses(*OPEN))
        add(
            "/accounts",
            self.open_account,
            methods=["POST"],
            responses=error_responses("ACCOUNT_EXISTS", "invalid_payload", *OPEN),
        )
        add(
            "/accounts/{account_id}/reset",
            self.reset_account,
            methods=["POST"],
            responses=error_responses(*COMMAND),
        )

    async def get_account_info(self, response: Response, accountId: AccountId = None) -> Any:
        """Describe an account; the headers are the place of its `account` stream."""
        account = self.service.account(accountId)
        place = await self.service.reading.place(account.opening.id, "account")
        response.headers.update(place_headers(place))
        return _metainfo(account)

    async def get_equity_history(
        self,
        accountId: AccountId = None,
        from_ms: FromMs = None,
        to_ms: ToMs = None,
        points: Points = 200,
    ) -> list[EquityPoint]:
        """List what the account was worth, by its steps: the last one of each part of the time.

        Before them stands what the time began with: the last step before `from`, or the first one
        of the account. Between steps prices move: the stream
        `equity` tells of that, and nothing keeps it.
        """
        account_id = self.service.account(accountId).opening.id
        if from_ms is not None and to_ms is not None and from_ms >= to_ms:
            message = f"to: expected a time after from ({from_ms}), got {to_ms}"
            raise Refusal("invalid_payload", message)
        span = Span(from_ms, to_ms, points)
        return await self.service.reading.read(
            lambda ledger: equity_history(ledger, account_id, span)
        )

    async def get_accounts(self) -> list[AccountMetainfo]:
        """List the accounts, in the order in which they were opened."""
        self.service.refuse_unless_open()
        return [_metainfo(account) for account in self.service.view.accounts.values()]

    async def open_account(self, account: NewAccount, key: IdempotencyKey = None) -> AccountOpened:
        """Open a paper account.

        With an idempotency key, asking again for the account as it was opened is answered again.
        """
        opening = opening_of(account)
        try:
            reply = await self.service.open_account(opening)
        except TradingApiError as refused:
            there = self.service.view.accounts.get(opening.id)
            is_same = there is not None and there.opening == opening
            if refused.code != "ACCOUNT_EXISTS" or key is None or not is_same:
                raise
            return AccountOpened(id=opening.id, step=1)
        return AccountOpened(id=opening.id, step=reply.step)

    async def reset_account(self, account_id: str, key: IdempotencyKey = None) -> Done:
        """Start an account anew: orders canceled, positions taken away, cash as at first.

        What happened stays in its record, and its streams go on.
        """
        account = self.service.account(account_id)
        reply = await self.service.command(account.opening.id, Reset(), key)
        return done(reply, f"{account_id} starts anew")


def _metainfo(account: AccountView) -> AccountMetainfo:
    opened = account.opening
    return AccountMetainfo(
        id=opened.id,
        name=opened.name,
        currency=opened.currency,
        currencySign=SIGNS.get(opened.currency, opened.currency),
        type="demo",
    )
