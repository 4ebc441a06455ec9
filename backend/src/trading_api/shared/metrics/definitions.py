"""The one table of metrics: names, labels, meanings, and what to do about them.

It is exported to `docs/reference/operations.md`.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["counter", "gauge", "histogram"]
PREFIX = "trading_pro_"


@dataclass(frozen=True)
class Definition:
    """One metric, by its name as it is queried; `remedy` says what to do when, if anything."""

    name: str
    kind: Kind
    labels: tuple[str, ...]
    meaning: str
    remedy: str


def _row(name: str, kind: Kind, labels: str, meaning: str, remedy: str) -> Definition:
    return Definition(PREFIX + name, kind, tuple(labels.split()), meaning, remedy)


_STREAMS = (
    _row("connections", "gauge", "", "WebSockets that are open",
         "near TP_CONNECTIONS new ones are refused with 503: raise it, or add a process"),
    _row("connections_opened_total", "counter", "", "WebSockets that were accepted",
         "rising fast beside a flat `trading_pro_connections`: clients reconnect in a circle;"
         " see the close codes"),
    _row("connections_closed_total", "counter", "code", "WebSockets that ended, by close code",
         "see the table of close codes below"),
    _row("subscriptions", "gauge", "", "subscriptions of all connections, those that start too",
         "near TP_SUBSCRIPTIONS for one connection it is refused `limit_exceeded`"),
    _row("topics", "gauge", "route", "topics that run, start or linger",
         "growing for ever: a client subscribes to ever new topics and leaves none"),
    _row("topics_troubled", "gauge", "route state", "topics whose last status is not `live`",
         "`stale`: the source is silent, look at `producer_died` in the log and at the feed"),
    _row("updates_total", "counter", "route", "updates that topics took from their services",
         "flat while markets are open: the feed is silent; see `/api/v1/health`"),
    _row("deliveries_total", "counter", "route", "updates that were queued for a connection",
         "deliveries divided by updates is the fan-out"),
    _row("skipped_total", "counter", "route",
         "updates that a slow connection did not get, because newer ones replaced them",
         "clients or their network are slower than the stream: nothing is wrong in the server"
         " while `trading_pro_loop_lag_seconds` is low"),
    _row("updates_unsendable_total", "counter", "route",
         "updates of a wrong type or size that a service published; not sent",
         "never expected: a fault of the module that serves the route; see `update_refused`"),
    _row("updates_ignored_total", "counter", "route",
         "updates that a service published to a topic that was gone",
         "a few after `remove_topic` are normal; a steady rate is a producer that was not stopped"),
    _row("refusals_total", "counter", "carrier code",
         "requests and frames that were refused, by error code",
         "see the table of error codes below; `internal_error` is always worth a look at the log"),
    _row("outbox_bytes", "gauge", "", "bytes queued for all connections, not yet written",
         "grows with slow readers; bounded by TP_OUTBOX_BYTES a connection"),
    _row("outbox_bytes_max", "gauge", "", "bytes queued for the connection with the most",
         "at TP_OUTBOX_BYTES its requests wait and its lossless topics read their history"),
    _row("connections_paused", "gauge", "", "connections whose socket accepts nothing now",
         "each is closed with 4008 after TP_SEND_STALL_S"),
)  # fmt: skip
_SERVER = (
    _row("write_latency_seconds", "histogram", "",
         "from the first frame that a round queued until its last was written; a sample of ten"
         " rounds a second",
         "above 0.05 s: too many listeners for one core, or a slow turn; compare with the lag"),
    _row("loop_lag_seconds", "histogram", "", "by how much the loop came late to what was due",
         "above 0.1 s: something blocks the loop or the machine lacks processor time"),
    _row("producers", "gauge", "", "producers that live",
         "fewer than topics with a source need: see `producer_died`"),
    _row("producer_restarts_total", "counter", "", "producers that died and were started again",
         "any rise: `producer_died` in the log names it and says why"),
    _row("producers_hung_total", "counter", "",
         "producers that were started again because they had not shown life as promised",
         "any rise: `producer_died` in the log names it; its source takes the connection and says"
         " nothing"),
    _row("draining", "gauge", "", "1 while the server leaves; `/metrics` answers to the end",
         "1 for more than 15 s: somebody takes no bytes; it is ended then all the same"),
    _row("commands_in_work", "gauge", "", "commands over HTTP that have no answer yet",
         "above 0 while `trading_pro_draining` is 1: what the leave waits for, 2 s at most"),
    _row("module_enabled", "gauge", "module", "1 for each enabled module", "see TP_MODULES"),
)  # fmt: skip
_LEDGER = (
    _row("ledger_condition", "gauge", "condition", "1 for how the ledger fares, by its condition",
         "anything but `trading` for more than a few seconds: `/api/v1/health` says why"),
    _row("ledger_commit_seconds", "histogram", "", "how long a commit took, the disk included",
         "above 0.1 s: the disk is slow or full; orders are answered after their commit"),
    _row("ledger_commit_failures_total", "counter", "", "commits that failed; nothing was done",
         "any rise: `commit_failed` in the log says why; look at free space and rights"),
    _row("ledger_requests_waiting", "gauge", "", "commands that have no answer yet",
         "at 4096 further ones are refused `LEDGER_UNAVAILABLE`"),
    _row("ledger_accounts", "gauge", "", "accounts of the open ledger", ""),
    _row("ledger_accounts_suspended", "gauge", "", "accounts that take nothing until a restart",
         "any: `account_suspended` in the log says why; the others trade on"),
    _row("ledger_alarm", "gauge", "", "1 while the last reconciliation found the books wrong",
         "stop the server, run `trading-pro doctor`, keep the file, restore a backup"),
    _row("ledger_reconciled_timestamp_seconds", "gauge", "",
         "when the books were last found right, Unix seconds",
         "older than three minutes while trading: reconciliation fails or hangs; see the log"),
)  # fmt: skip

_DATAFEED = (
    _row("data_refused_total", "counter", "provider reason",
         "what sources sent that cannot be; nobody saw it",
         "any rise: `data_refused` in the log shows one of each reason; tell whoever runs the"
         " source"),
)  # fmt: skip

METRICS: dict[str, Definition] = {
    row.name: row for row in (*_STREAMS, *_SERVER, *_LEDGER, *_DATAFEED)
}
