"""The text of the operators' page."""

from collections.abc import Iterable, Iterator, Sequence

from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.metrics import METRICS

from .code_advice import advice
from .log_events import LogEvent
from .remedies import CLOSES, EVENTS

INTRO = """# Operations

What a running server tells its operator, and what to do about it. This page is written from the code by `make generate`; a test says when it is stale. Where the sentences about remedies stand: `scripts/operations/`.

| look at | for |
|---|---|
| `GET /api/v1/health` | is it up, how do the accounts fare; always cheap, answered while anything else is in trouble |
| `GET /metrics` | counts and times, for Prometheus. Guarded by Host and Origin like every route (rule A1), and as public as the server is: behind a proxy, refuse the path to strangers there, as `packaging/nginx/` does. It names no account, symbol, topic or address |
| `/streams` | the page of the live streams: this browser's and the server's, the last connections that ended ([how](../how-to/watch-the-streams.md)). It names topics; without `operations` in TP_MODULES the server tells nothing |
| standard error | the log: `TP_LOG_FORMAT=json` writes one object a line |
| traces | where the time of an order or of a subscription went: [an option](../how-to/trace-the-server.md) |
| `trading-pro doctor` | the installation, the data, the running server, question by question |

Prometheus finds the server with `packaging/grafana/prometheus.yml`; `packaging/grafana/trading-pro.json` is a Grafana dashboard of all below (Dashboards, New, Import). Why counting costs the streams next to nothing: [decision 24](../decisions/0024-counts-are-read-when-prometheus-asks.md).
"""  # noqa: E501
METRICS_NOTE = (
    "Counters begin at 0 with each start. `process_*` (memory, processor time, open files) are"
    " Prometheus' usual ones."
)
EVENTS_NOTE = (
    "A line of JSON has `ts` (UTC), `level`, `logger`, `event`, `message`, and the members of its"
    " event, which are below; `exception` with a traceback; `trace_id` in what happens within a"
    " [trace](../how-to/trace-the-server.md), while traces are on. `connection` is the number of"
    " the connection since the start, also in what a module of yours logs for one. What one batch"
    " of the ledger does to several accounts is a line an account. A message of a library that is"
    " a sentence has `event` null."
)
CLOSES_NOTE = (
    "`trading_pro_connections_closed_total` counts them, as it does `1000` and `1001` (a page was"
    " left), `1005`, `1006` (no close frame: the network, or the page's process), `1011` (no sign"
    " of life after a ping, or a fault), `1012` (the server ended) and `other` (a client's own)."
    " What clients do at each: [errors](errors.md#close-codes)."
)
ERRORS_NOTE = (
    "`trading_pro_refusals_total` counts them by `carrier`: `stream` or `http`. What each means to"
    " who gets it: [errors](errors.md)."
)


def page(events: Sequence[LogEvent]) -> str:
    """Return the whole page."""
    parts = [INTRO, *_sections(events)]
    return "\n".join(parts)


def _sections(events: Sequence[LogEvent]) -> Iterator[str]:
    metrics = (
        (f"`{row.name}`", row.kind, _code(row.labels), row.meaning, row.remedy or "nothing")
        for row in METRICS.values()
    )
    head = ("metric", "kind", "labels", "what it counts", "when to act")
    yield _section("Metrics", METRICS_NOTE, head, metrics)
    lines = ((f"`{one.name}`", one.level, _code(one.fields), EVENTS[one.name]) for one in events)
    yield _section("Log events", EVENTS_NOTE, ("event", "level", "members", "what to do"), lines)
    closes = ((f"`{row.code}`", row.reason, CLOSES[row.code]) for row in CLOSE_CODES.values())
    yield _section("Close codes", CLOSES_NOTE, ("code", "reason", "what to do"), closes)
    errors = ((f"`{row.code}`", row.meaning, advice(row)) for row in ERRORS.values())
    yield _section("Error codes", ERRORS_NOTE, ("code", "meaning", "what to do"), errors)


def _section(title: str, note: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(head), "|" + "---|" * len(head), *map(_row, rows)]
    return f"## {title}\n\n{note}\n\n" + "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"
