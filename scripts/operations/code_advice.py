"""What an operator does about an error code: most are the caller's business, some are his."""

from trading_api.shared.errors import ErrorCode

CALLERS = "none: the caller's to change; many at once: a faulty client"
AGAIN = "none: the caller tries again"

ADVICE: dict[str, str] = {
    "limit_exceeded": "a client holds too many subscriptions; raise TP_SUBSCRIPTIONS if it may",
    "host_not_allowed": "add the name to TP_ALLOWED_HOSTS if it is the server's own",
    "origin_not_allowed": "add the page's host to TP_ALLOWED_HOSTS if it is the server's own",
    "too_many_connections": "raise TP_CONNECTIONS, or add a process",
    "draining": "none: the server leaves; a leave that nobody asked for is the supervisor's",
    "topic_timeout": "a source starts slowly: see its module; TP_TOPIC_START_S is the bound",
    "topic_failed": "see `create_topic_failed`, `snapshot_failed`, `history_faulty` in the log",
    "producer_failed": "see `producer_died` in the log",
    "no_updates": "the source is silent although its market is open: look at the feed",
    "no_live_source": "none: the symbol was imported; a replay would bring it to life",
    "not_on_tape": "record it too (`trading-pro record --symbol`), or ask for what was",
    "tape_is_playing": "serve another feed to trade",
    "replay_ended": "start the replay again (`--replay-from-start`), or leave it",
    "internal_error": "the log has the traceback: report it",
    "MARKET_STALE": "the feed is silent: look at it before anything else",
    "MARKET_HALTED": "none: the feed says that its exchange has halted the instrument",
    "MARKET_PRICE_UNKNOWN": "the feed has said nothing yet: look at it if that lasts",
    "MARKET_BEHIND": "a replay is before its accounts: `/api/v1/health` says why",
    "MARKET_MISSING": "enable a module that brings a market (TP_MODULES)",
    "ACCOUNT_HALTED": "the kill switch is on: its owner turns it off",
    "ACCOUNT_REDUCING": "the kill switch is on: its owner turns it off",
    "ACCOUNT_SUSPENDED": "see `account_suspended` in the log; start the server again",
    "LEDGER_STARTING": "none for some seconds; longer: `/api/v1/health` says why",
    "LEDGER_UNAVAILABLE": "look at free space, rights and `commit_failed` in the log",
    "LEDGER_LOCKED": "stop the other server, or give this one its own TP_DATA_DIR",
    "LEDGER_CORRUPT": "run `trading-pro doctor`, keep the file, restore a backup",
    "RESTORE_REFUSED": "the answer says what is wrong with the backup; nothing was changed",
    "WORKSPACE_UNAVAILABLE": "look at free space and rights of `workspace.sqlite3`",
    "WORKSPACE_CORRUPT": "restore a backup, or use the newer version",
}


def advice(row: ErrorCode) -> str:
    """Return what to do about a code."""
    return ADVICE.get(row.code, AGAIN if row.temporary else CALLERS)
