"""The link between an account and the venue, in TradingView's words."""

from trading_api.models.broker import BrokerConnectionStatus, ConnectionStatus, DisconnectType

STATUS = {
    "trading": ConnectionStatus.CONNECTED,
    "starting": ConnectionStatus.CONNECTING,
    "unavailable": ConnectionStatus.ERROR,
    "suspended": ConnectionStatus.ERROR,
    "stopped": ConnectionStatus.DISCONNECTED,
    "locked": ConnectionStatus.DISCONNECTED,
    "corrupt": ConnectionStatus.DISCONNECTED,
    "no_market": ConnectionStatus.DISCONNECTED,
}
DISCONNECTED = {
    "stopped": DisconnectType.OFFLINE,
    "locked": DisconnectType.API_ERROR,
    "corrupt": DisconnectType.API_ERROR,
    "no_market": DisconnectType.API_ERROR,
}


def status_of(condition: str, reason: str, now_ms: int) -> BrokerConnectionStatus:
    """Return the link's status as it follows from the ledger's condition, or the account's."""
    return BrokerConnectionStatus(
        status=STATUS[condition],
        message=reason or None,
        disconnectType=DISCONNECTED.get(condition),
        timestamp=now_ms,
    )
