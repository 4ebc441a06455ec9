"""What the commands of this machine ask about the ledger's file."""

from typing import Annotated

from pydantic import Field

from trading_api.models.wire import RequestModel, WireModel


class RestoreRequest(RequestModel):
    """The name of a copy that lies beside the ledger, as `trading-pro restore` has staged it."""

    staged: Annotated[str, Field(max_length=200)]


class RestoreReport(WireModel):
    """The name of the file that holds what was replaced, and how the ledger fares since."""

    kept: str | None
    condition: str
    reason: str
