"""Seeded changes of what no schema shows: delivery, limits, codes, examples."""

from dataclasses import replace

from .seeding import Seed, add, drop, put, seed, set_

BARS, TRADES = "operations bars.update", "operations trades.update"
LIMITS = "channels ws x-limits"


def _terminal(code: int) -> dict[str, object]:
    return {"code": code, "terminal": True, "reason": "gone"}


DELIVERY_SEEDS: list[Seed] = [
    seed(
        "orders are conflated",
        "operations orders.update",
        put(**{"x-delivery": "latest"}),
        "delivery-changed",
    ),
    seed("bars are lossless", BARS, put(**{"x-delivery": "lossless"}), "delivery-changed"),
    seed("bars are folded by close", BARS, put(**{"x-key": "close"}), "key-changed"),
    seed("bars are one value", BARS, drop("x-key"), "key-changed"),
    seed("fewer trades are held", TRADES, put(**{"x-held": 10}), "held-fewer"),
    seed("more trades are held", TRADES, put(**{"x-held": 1000}), "held-more"),
    seed("bars are held without a bound", BARS, drop("x-held"), "held-turned"),
    seed("the book is not merged", "operations depth.update", drop("x-merged"), "merge-changed"),
    seed(
        "silence is told later",
        "operations activity.update",
        put(**{"x-stale-after-s": 60.0}),
        "stale-later",
    ),
    seed(
        "silence is not told", "operations activity.update", drop("x-stale-after-s"), "stale-later"
    ),
    seed("silence is told", BARS, put(**{"x-stale-after-s": 10.0}), "stale-sooner"),
    seed(
        "the message alone says another key",
        "components messages bars.update",
        put(**{"x-key": "close"}),
        "key-changed",
    ),
]

LIMIT_SEEDS: list[Seed] = [
    seed("smaller frames", LIMITS, put(frame_bytes=1024), "limit-tighter"),
    seed("larger frames", LIMITS, put(frame_bytes=2**20), "limit-looser"),
    seed("larger frames of the server", LIMITS, put(server_frame_bytes=2**20), "limit-tighter"),
    seed("smaller frames of the server", LIMITS, put(server_frame_bytes=2**16), "limit-looser"),
    seed("shorter arrays", LIMITS, put(frames_per_array=50), "limit-tighter"),
    seed("fewer topics", LIMITS, put(subscriptions=100), "limit-tighter"),
    seed("more topics", LIMITS, put(subscriptions=5000), "limit-looser"),
    seed("a lower rate", LIMITS, put(frames_per_s=10.0), "limit-tighter"),
    seed("shorter topics", LIMITS, put(topic_bytes=256), "limit-tighter"),
    seed("bad frames are counted for longer", LIMITS, put(bad_frames_s=60.0), "limit-tighter"),
    seed("a slow client is closed sooner", LIMITS, put(send_stall_s=5.0), "limit-tighter"),
    seed("a sign of life comes later", LIMITS, put(ping_interval_s=60.0), "limit-tighter"),
    seed("a sign of life is due sooner", LIMITS, put(ping_timeout_s=2.0), "limit-tighter"),
    seed(
        "an answer comes later than clients wait", LIMITS, put(topic_start_s=30.0), "limit-tighter"
    ),
    seed("pages of the record", LIMITS, put(history_page=16), "limit-unseen"),
    seed("a limit that is new", LIMITS, put(requests_a_day=10), "limit-unknown"),
    seed("a limit that is gone", LIMITS, drop("subscriptions"), "limit-unknown"),
]

CODE_SEEDS: list[Seed] = [
    seed(
        "a new error",
        "errors",
        add({"code": "new", "temporary": True, "http_status": 503, "meaning": "new"}),
        "error-added",
    ),
    seed("an error is gone", "errors", drop(0), "error-removed"),
    seed("an error may be retried", "errors 0", put(temporary=True), "error-retry-changed"),
    seed("an error has another status", "errors 0", put(http_status=409), "error-status-changed"),
    seed("an error is said otherwise", "errors 0", put(meaning="no"), "described-otherwise"),
    seed("an error says more", "errors 0", put(retry_after=3), "unknown"),
    seed("errors in another order", "errors", lambda rows: rows.reverse()),
    seed("a new terminal close", "close_codes", add(_terminal(4600)), "close-added"),
    seed(
        "a new close, as rule C2 has it",
        "close_codes",
        add({"code": 4200, "terminal": False, "reason": "moved"}),
        "close-added",
    ),
    seed(
        "a new terminal close out of its range",
        "close_codes",
        add(_terminal(4200)),
        "close-added-against-rule",
    ),
    seed("a close is gone", "close_codes", drop(0), "close-removed"),
    seed("who is slow stays away", "close_codes 5", put(terminal=True), "close-retry-changed"),
    seed("a close is said otherwise", "close_codes 4", put(reason="bye"), "described-otherwise"),
    seed("a close says more", "close_codes 4", put(after_ms=3), "unknown"),
    seed("a table that is new", "", put(warnings=[]), "unknown"),
]

EXCHANGE_SEEDS: list[Seed] = [
    seed("an exchange is gone", "exchanges", drop(0), "exchange-removed"),
    seed(
        "a new exchange",
        "exchanges",
        add({"rule": "F1", "name": "new", "steps": [{"text": "?", "replies": []}]}),
        "exchange-added",
    ),
    seed("a mistake is not answered", "exchanges 0 steps 0", put(replies=[]), "exchange-changed"),
    seed(
        "a mistake has another code",
        "exchanges 0 steps 0 replies 0 payload",
        set_("code", "unknown_type"),
        "exchange-changed",
    ),
    seed(
        "an answer is promised more closely",
        "exchanges 0 steps 0 replies 0 payload",
        put(mentions="JSON"),
        "exchange-told-closer",
    ),
    seed("an exchange has another name", "exchanges 0", put(name="hi"), "described-otherwise"),
    seed("an exchange with more to it", "exchanges 0", put(within_ms=5), "unknown"),
    seed("how exchanges are read", "", put(about="as before"), "described-otherwise"),
]

TOPIC_SEEDS: list[Seed] = [
    seed("a topic is written otherwise", "topics 0", put(topic="bars:AAPL"), "topic-changed"),
    seed("a topic's example is gone", "topics", drop(0), "topic-removed"),
    seed(
        "a new topic",
        "topics",
        add({"name": "n", "route": "r", "params": {}, "topic": "r:{}"}),
        "topic-added",
    ),
    seed("a refused request is refused otherwise", "refused 0", put(reason="x"), "topic-changed"),
    seed("a third list", "", put(others=[]), "unknown"),
]

_TREE = {
    "type": "object",
    "properties": {"inside": {"$ref": "#/components/schemas/Bar"}, "name": {"type": "string"}},
}
_CLOSED = seed("", "components schemas Bar", put(additionalProperties=False)).edit
_CYCLE = seed("", "components schemas", put(Bar=_TREE)).edit

# What the committed contract has no example of is put into both.
BETWEEN_SEEDS: list[Seed] = [
    replace(
        seed(
            "a closed answer has a new field",
            "components schemas Bar properties",
            put(vwap={"type": "number"}),
            "received-field-added-to-closed",
        ),
        before=_CLOSED,
    ),
    replace(
        seed(
            "an answer is open",
            "components schemas Bar",
            drop("additionalProperties"),
            "received-opened",
        ),
        before=_CLOSED,
    ),
    replace(
        seed(
            "a schema that holds itself changes once",
            "components schemas Bar properties name",
            set_("type", "number"),
            "received-type-widened",
        ),
        before=_CYCLE,
    ),
    replace(
        seed(
            "a request's fields may be of any type",
            "components schemas PingPayload additionalProperties",
            lambda schema: schema.pop("type"),
            "sent-type-widened",
        ),
        before=seed(
            "", "components schemas PingPayload", put(additionalProperties={"type": "number"})
        ).edit,
    ),
]
