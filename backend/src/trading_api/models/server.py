"""What the server says of itself."""

from typing import Literal

from trading_api.models.broker import BrokerHealth
from trading_api.models.market.feeds import FeedHealth
from trading_api.models.wire import UnixMs, WireModel


class VersionInfo(WireModel):
    """One version of the API; dates are ISO 8601."""

    version: str
    release_date: str
    status: Literal["stable", "deprecated"]
    breaking_changes: list[str]
    deprecation_notice: str | None
    sunset_date: str | None


class ApiMetadata(WireModel):
    """All versions of the API."""

    current_version: str
    available_versions: list[VersionInfo]
    documentation_url: str


class WsCounts(WireModel):
    """What streams right now."""

    connections: int
    topics: int
    producers: int


class HealthResponse(WireModel):
    """The server answers, with these modules and this much streaming.

    `broker` is None where no module keeps accounts; whatever it says, market data is served.
    `feeds` says of each source of it what was refused; the others are served all the same.
    """

    status: Literal["ok"]
    message: str
    timestamp: UnixMs
    api_version: str
    version_info: VersionInfo
    modules: list[str]
    ws: WsCounts
    broker: BrokerHealth | None
    feeds: list[FeedHealth]
