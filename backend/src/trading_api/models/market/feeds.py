"""How the sources of market data fare."""

from trading_api.models.wire import WireModel


class FeedHealth(WireModel):
    """One feed; `refused` counts by reason what it sent that cannot be, since the start."""

    name: str
    refused: dict[str, int]
