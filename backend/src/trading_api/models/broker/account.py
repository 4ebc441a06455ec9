"""The account's value and its link to the venue."""

from trading_api.models.wire import UnixMs, WireIntEnum, WireModel


class EquityData(WireModel):
    """Account value in its currency: equity = balance + unrealizedPL."""

    equity: float
    balance: float
    unrealizedPL: float
    realizedPL: float


class ConnectionStatus(WireIntEnum):
    """TradingView's connection states."""

    CONNECTED = 1
    CONNECTING = 2
    DISCONNECTED = 3
    ERROR = 4


class DisconnectType(WireIntEnum):
    """Why a broker link ended, in TradingView's numbering."""

    LOG_OUT = 0
    FAILED_RESTORING = 1
    OFFLINE = 2
    API_ERROR = 3
    TWO_FACTOR_REQUIRED = 4
    CANCEL_AUTHORIZATION = 5
    TIME_OUT_FOR_AUTHORIZATION = 6
    OAUTH_ERROR = 7
    BROKEN_CONNECTION = 8


class BrokerConnectionStatus(WireModel):
    """State of the link since `timestamp`."""

    status: ConnectionStatus
    message: str | None
    disconnectType: DisconnectType | None
    timestamp: UnixMs
