"""The error tree and the one table of codes.

    TradingApiError             carries a code of `ERRORS`; a caller's mistake or trouble of ours
    ├── Refusal                 the request cannot be served: an error response, never silence
    └── ConfigurationError      the server cannot start: said at start, by name

The table is exported to `contract/errors.json`. `temporary` says whether the same request may
succeed later (rule E1).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class ErrorCode:
    """One row of the table; `http_status` is what REST answers with."""

    code: str
    temporary: bool
    http_status: int
    meaning: str


@dataclass(frozen=True)
class CloseCode:
    """Why the server closes a connection; a terminal one must not be retried (rule C2)."""

    code: int
    terminal: bool
    reason: str


ERRORS: dict[str, ErrorCode] = {
    row.code: row
    for row in (
        ErrorCode("invalid_frame", False, 400, "not a JSON object (or array of them) with a type"),
        ErrorCode("unknown_type", False, 400, "no route has this message type"),
        ErrorCode("invalid_payload", False, 422, "the request does not fit its model"),
        ErrorCode("topic_too_long", False, 400, "the topic exceeds its size limit"),
        ErrorCode("not_subscribed", False, 409, "the connection does not hold this topic"),
        ErrorCode("limit_exceeded", False, 429, "a limit of the connection is reached"),
        ErrorCode("unknown_symbol", False, 404, "no instrument has this symbol"),
        ErrorCode("unsupported_resolution", False, 400, "the symbol has no such bars"),
        ErrorCode("unsupported_feature", False, 400, "the symbol's source does not offer this"),
        ErrorCode("forbidden", False, 403, "the account is unknown or not yours"),
        ErrorCode("not_found", False, 404, "nothing is served at this path"),
        ErrorCode("method_not_allowed", False, 405, "the path does not take this method"),
        ErrorCode("unsupported_media_type", False, 415, "unsafe requests carry JSON only"),
        ErrorCode("host_not_allowed", False, 403, "the Host header names another server"),
        ErrorCode("origin_not_allowed", False, 403, "the Origin header names another site"),
        ErrorCode("too_many_connections", True, 503, "the process holds all it may"),
        ErrorCode("draining", True, 503, "the server is leaving; come back in two seconds"),
        ErrorCode("topic_timeout", True, 503, "the stream did not start in time"),
        ErrorCode("topic_failed", True, 503, "the stream could not start"),
        ErrorCode("producer_failed", True, 503, "the stream's source died and is being restarted"),
        ErrorCode("no_updates", True, 503, "an open market has been silent for too long"),
        ErrorCode("no_live_source", False, 503, "the symbol has history but no live source"),
        ErrorCode("replay_ended", False, 503, "the replayed file has come to its end"),
        ErrorCode("not_on_tape", False, 404, "the tape that plays holds nothing of this"),
        ErrorCode("tape_is_playing", False, 409, "a tape plays: what happened cannot be changed"),
        ErrorCode("internal_error", True, 500, "a fault of the server, logged there"),
        # Of the paper brokerage: CATEGORY_CONDITION.
        ErrorCode("INSTRUMENT_UNKNOWN", False, 404, "no instrument has this symbol"),
        ErrorCode("INSTRUMENT_UNTRADED", False, 409, "history alone, and no live source"),
        ErrorCode("INSTRUMENT_UNSUPPORTED", False, 422, "its amounts have too many decimals"),
        ErrorCode("CURRENCY_UNSUPPORTED", False, 422, "not in the account's currency, and no rate"),
        ErrorCode("ORDER_NOT_FOUND", False, 404, "the account has no such order"),
        ErrorCode("ORDER_FINAL", False, 409, "the order is filled, canceled or rejected for good"),
        ErrorCode("ORDER_PRICE_MISSING", False, 422, "the order's type needs a price"),
        ErrorCode("ORDER_PRICE_UNEXPECTED", False, 422, "the order's type takes no such price"),
        ErrorCode("ORDER_PRICE_RANGE", False, 422, "a price is not above zero, or too large"),
        ErrorCode("ORDER_PRICE_STEP", False, 422, "a price is between two steps"),
        ErrorCode("ORDER_QTY_RANGE", False, 422, "the quantity is too small or too large"),
        ErrorCode("ORDER_QTY_STEP", False, 422, "the quantity is between two steps"),
        ErrorCode("ORDER_QTY_FILLED", False, 409, "the new quantity is below what is filled"),
        ErrorCode("ORDER_DURATION_UNSUPPORTED", False, 422, "not with an order of this type"),
        ErrorCode("ORDER_EXPIRY_INVALID", False, 422, "GTD needs a future time, others none"),
        ErrorCode("ORDER_TEXT_INVALID", False, 422, "a text is empty, too long or unprintable"),
        ErrorCode("ORDER_CHANGE_UNSUPPORTED", False, 422, "this order does not take this change"),
        ErrorCode("ORDER_NOT_REDUCING", False, 409, "reduce-only without a position to reduce"),
        ErrorCode("OCO_GROUP_FINISHED", False, 409, "another order of the group was filled"),
        ErrorCode("BRACKET_WRONG_SIDE", False, 422, "a bracket is on the wrong side of the price"),
        ErrorCode("BRACKET_UNSUPPORTED", False, 422, "this order cannot have brackets"),
        ErrorCode("POSITION_NOT_FOUND", False, 404, "no open position in this symbol"),
        ErrorCode("POSITION_QTY_RANGE", False, 422, "more than the position holds, or nothing"),
        ErrorCode("MARKET_CLOSED", True, 409, "the market does not execute orders now"),
        ErrorCode("MARKET_STALE", True, 409, "the newest price is too old to execute at"),
        ErrorCode("MARKET_HALTED", True, 409, "trading in the instrument is halted"),
        ErrorCode("MARKET_PRICE_UNKNOWN", True, 409, "the market has had no price yet"),
        ErrorCode("MARKET_BEHIND", True, 409, "the market's time is before the account's own"),
        ErrorCode("MARGIN_INSUFFICIENT", False, 409, "the account lacks buying power"),
        ErrorCode("LEVERAGE_RANGE", False, 422, "below 1, or above the account's most"),
        ErrorCode("RISK_ORDER_QTY", False, 422, "the account's limit for one quantity"),
        ErrorCode("RISK_ORDER_NOTIONAL", False, 422, "the account's limit for one notional"),
        ErrorCode("RISK_OPEN_ORDERS", False, 409, "the account's limit of open orders"),
        ErrorCode("RISK_ORDER_RATE", True, 429, "the account's limit of orders in a second"),
        ErrorCode("RISK_PRICE_COLLAR", False, 422, "a price is too far from the market"),
        ErrorCode("RISK_DAILY_LOSS", False, 409, "the account's limit of a day's loss"),
        ErrorCode("RISK_LIMITS_INVALID", False, 422, "a limit is outside of its range"),
        ErrorCode("ACCOUNT_HALTED", False, 409, "the kill switch is on: only cancels pass"),
        ErrorCode("ACCOUNT_REDUCING", False, 409, "the kill switch is on: only exits pass"),
        ErrorCode("ACCOUNT_ACTIVE", False, 409, "the account trades already"),
        ErrorCode("ACCOUNT_EXISTS", False, 409, "an account has this id already"),
        ErrorCode("ACCOUNT_SUSPENDED", True, 503, "it failed on an input; a new start tries again"),
        ErrorCode("ACCOUNT_REQUIRED", False, 422, "there are several accounts: name one"),
        ErrorCode("ACCOUNT_NOT_FOUND", False, 404, "the account is unknown or not yours"),
        ErrorCode("EXECUTION_NOT_FOUND", False, 404, "the account has no such execution"),
        ErrorCode("ORDER_FIELD_UNSUPPORTED", False, 422, "this broker has no such kind of order"),
        ErrorCode("CONFIRMATION_INVALID", False, 409, "not the preview's, used already or too old"),
        ErrorCode("MARKET_MISSING", False, 503, "no module brings a market to trade on"),
        ErrorCode("IDEMPOTENCY_CONFLICT", False, 409, "the key belongs to another command"),
        ErrorCode("LEDGER_STARTING", True, 503, "the accounts are being opened; wait a moment"),
        ErrorCode("LEDGER_UNAVAILABLE", True, 503, "not written, so nothing was done"),
        ErrorCode("LEDGER_LOCKED", False, 503, "another server trades with this data directory"),
        ErrorCode("RESTORE_REFUSED", False, 409, "the staged backup cannot take the place"),
        ErrorCode("LEDGER_CORRUPT", False, 503, "the record is damaged; nobody trades on it"),
        # Of the terminal's workspace.
        ErrorCode("WORKSPACE_NOT_FOUND", False, 404, "no document has this kind and name"),
        ErrorCode("WORKSPACE_CONFLICT", False, 409, "the document has another revision by now"),
        ErrorCode("WORKSPACE_TOO_LARGE", False, 413, "the document has more bytes than it may"),
        ErrorCode("WORKSPACE_FULL", False, 409, "there are as many documents as there may be"),
        ErrorCode("WORKSPACE_UNAVAILABLE", True, 503, "its file cannot be used; nothing was done"),
        ErrorCode("WORKSPACE_CORRUPT", False, 503, "its file is damaged, or of a newer version"),
    )
}

CLOSE_CODES: dict[int, CloseCode] = {
    row.code: row
    for row in (
        CloseCode(1002, False, "protocol error"),
        CloseCode(1007, False, "invalid UTF-8"),
        CloseCode(1008, True, "policy violation"),
        CloseCode(1009, True, "frame too large"),
        CloseCode(4000, False, "draining"),
        CloseCode(4008, False, "too slow"),
        CloseCode(4401, False, "session expired"),
        CloseCode(4500, True, "credentials revoked"),
        CloseCode(4508, True, "too many bad frames"),
    )
}


class TradingApiError(Exception):
    """Base: a stable `code` and a sentence naming what was expected and what came."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.row = ERRORS[code]
        self.message = message

    @property
    def code(self) -> str:
        return self.row.code

    @property
    def temporary(self) -> bool:
        return self.row.temporary


class Refusal(TradingApiError):
    """A request that cannot be served; services raise it from `create_topic` and REST alike."""


class ConfigurationError(Exception):
    """The server cannot start as configured; the message names the setting and the remedy."""
