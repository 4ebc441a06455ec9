"""How the paper brokerage fares, as `/health` says it."""

from typing import Literal

from trading_api.models.wire import UnixMs, WireModel


class BrokerHealth(WireModel):
    """`condition` is the ledger's, `reason` a sentence where one is needed.

    `alarm` says what the last reconciliation found wrong, `suspended` why an account trades no
    more; both are empty when all is well.
    """

    condition: Literal[
        "no_market", "starting", "trading", "unavailable", "locked", "corrupt", "stopped"
    ]
    reason: str
    ledger: str | None
    sqliteVersion: str
    accounts: int
    lastReconciled: UnixMs | None
    alarm: str
    suspended: dict[str, str]
