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
        ErrorCode("forbidden", False, 403, "the account is unknown or not yours"),
        ErrorCode("not_found", False, 404, "nothing is served at this path"),
        ErrorCode("method_not_allowed", False, 405, "the path does not take this method"),
        ErrorCode("unsupported_media_type", False, 415, "unsafe requests carry JSON only"),
        ErrorCode("host_not_allowed", False, 403, "the Host header names another server"),
        ErrorCode("origin_not_allowed", False, 403, "the Origin header names another site"),
        ErrorCode("too_many_connections", True, 503, "the process holds all it may"),
        ErrorCode("topic_timeout", True, 503, "the stream did not start in time"),
        ErrorCode("topic_failed", True, 503, "the stream could not start"),
        ErrorCode("producer_failed", True, 503, "the stream's source died and is being restarted"),
        ErrorCode("no_updates", True, 503, "an open market has been silent for too long"),
        ErrorCode("no_live_source", False, 503, "the symbol has history but no live source"),
        ErrorCode("replay_ended", False, 503, "the replayed file has come to its end"),
        ErrorCode("internal_error", True, 500, "a fault of the server, logged there"),
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
