"""Do the accounts of the running server trade: what its `/health` says of their ledger."""

from typing import Any

from trading_api.shared.diagnostics import Finding, failed, not_checked, ok

# By the condition: the error code that requests are refused with, and the way out.
WAYS_OUT = {
    "no_market": ("MARKET_MISSING", "enable a module that brings a market (--modules)"),
    "unavailable": ("LEDGER_UNAVAILABLE", "look at free space, at rights and at the server's log"),
    "locked": ("LEDGER_LOCKED", "stop the other server, or give this one its own --data-dir"),
    "corrupt": ("LEDGER_CORRUPT", "bring back a backup with `trading-pro restore FILE`"),
    "stopped": ("LEDGER_UNAVAILABLE", "look at the server's log, and start it again"),
}


def accounts_finding(broker: dict[str, Any] | None) -> Finding:
    """Judge the broker's part of `/health`, None where that module is not enabled."""
    if broker is None:
        return not_checked("the broker module is not enabled")
    condition, reason = str(broker["condition"]), str(broker["reason"])
    if condition == "starting":
        return not_checked(f"LEDGER_STARTING: {reason}", "ask again in a moment")
    if condition in WAYS_OUT:
        code, remedy = WAYS_OUT[condition]
        return failed(f"{code}: {reason}", remedy)
    return ok(reason or condition)
