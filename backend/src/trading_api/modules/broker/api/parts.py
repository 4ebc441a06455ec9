"""What the routes of the broker share: parameters, headers, answers."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Response

from trading_api.models.broker import Done
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.service import BrokerService
from trading_api.modules.broker.states import Place

from .command_route import CommandRoute

MAX_KEY = 64
AccountId = Annotated[
    str | None,
    Query(max_length=64, description="whose; may be left out while there is one account"),
]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=MAX_KEY,
        description="the same key answers the same; another command under it is refused",
    ),
]
Limit = Annotated[int | None, Query(ge=1, le=1_000_000, description="the newest so many")]

OPEN = ("MARKET_MISSING", "LEDGER_STARTING", "LEDGER_UNAVAILABLE", "LEDGER_LOCKED")
ACCOUNT = ("invalid_payload", "ACCOUNT_REQUIRED", "ACCOUNT_NOT_FOUND", *OPEN, "LEDGER_CORRUPT")
COMMAND = (
    *ACCOUNT, "ACCOUNT_SUSPENDED", "IDEMPOTENCY_CONFLICT", "unsupported_media_type",
)  # fmt: skip
_PLACE = {
    "Stream-Epoch": "names the numbering of this route's stream",
    "Stream-Seq": "the stream's last update that is in this list",
    "Ledger-Step": "the account's last step that is in this list",
}
PLACED: dict[int | str, dict[str, Any]] = {
    200: {
        "headers": {
            name: {
                "description": text,
                "schema": {"type": "string" if name == "Stream-Epoch" else "integer"},
            }
            for name, text in _PLACE.items()
        }
    }
}


class AccountApi(APIRouter):
    """Routes of one noun of an account."""

    def __init__(self, service: BrokerService, *, prefix: str, tags: list[str]) -> None:
        super().__init__(prefix=prefix, tags=list(tags), route_class=CommandRoute)
        self.service = service
        self.add_routes()

    def add_routes(self) -> None:
        raise NotImplementedError


def place_headers(place: Place) -> dict[str, str]:
    """Return where a list stands in its stream: subscribing from there joins it (rule R6)."""
    return {
        "Stream-Epoch": place.epoch,
        "Stream-Seq": str(place.seq),
        "Ledger-Step": str(place.step),
    }


def listed(place: Place, texts: Sequence[str]) -> Response:
    """Return a list of payloads as the stream carries them."""
    body = f"[{','.join(texts)}]"
    return Response(body, media_type="application/json", headers=place_headers(place))


def done(reply: Reply, message: str) -> Done:
    """Return that a command was carried out."""
    return Done(success=True, message=message, orderId=reply.order_id, step=reply.step)
