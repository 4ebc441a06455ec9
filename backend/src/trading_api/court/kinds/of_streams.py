"""Kinds of change of the socket: its messages, its behaviour, what is promised word for word."""

from .kind import ACCEPT, ADD, PROMISE, breaking, compatible

_LIMIT = "leave the default; a server that needs another sets it for itself"

STREAMS = (
    breaking("operation-removed", "an operation of the socket is gone", "who uses it", ADD),
    compatible("operation-added", "a new operation", "nobody is made to use it"),
    breaking(
        "operation-turned",
        "who sends an operation's message is another",
        "both sides wait for each other",
        ADD,
    ),
    breaking(
        "message-removed", "a message is no longer exchanged", "who sends it or waits for it", ADD
    ),
    compatible("message-added", "a new message", "unknown types are ignored (F4)"),
    breaking(
        "address-changed", "the socket is at another address", "who connects to the old one", ADD
    ),
    breaking("encoding-changed", "frames are of another content type", "nobody can read them", ADD),
    breaking("handshake-changed", "the handshake differs", "who opens it as before", ACCEPT),
    breaking(
        "correlation-changed",
        "an answer names its request in another place",
        "who has several requests in flight mistakes them",
        ADD,
    ),
)

BEHAVIOUR = (
    breaking(
        "delivery-changed",
        "another delivery policy",
        "who counts on every update misses some, or who is slow gets more than it can take",
        PROMISE,
    ),
    breaking(
        "key-changed",
        "updates are folded by another key",
        "values that came apart are one",
        PROMISE,
    ),
    breaking(
        "held-fewer", "fewer values are held", "who was away for as long meets a gap", PROMISE
    ),
    compatible("held-more", "more values are held", "who was away for longer meets no gap"),
    breaking(
        "held-turned",
        "values are held without a bound, or now with one",
        "snapshot and gap mean something else (S5, U2)",
        PROMISE,
    ),
    breaking(
        "merge-changed",
        "held back updates are merged, or no longer",
        "an update says more",
        PROMISE,
    ),
    breaking("stale-later", "silence is told later or not at all", "who waits to be told", PROMISE),
    compatible("stale-sooner", "silence is told sooner", "the status is the same"),
    breaking(
        "limit-tighter",
        "a limit of the wire leaves less room",
        "who used the old room is refused, cut or slowed",
        _LIMIT,
    ),
    compatible("limit-looser", "a limit of the wire leaves more room", "the old room still does"),
    compatible("limit-unseen", "a limit that no client can see", "order and content are the same"),
    breaking(
        "limit-unknown",
        "a limit came, went or changed whose effect the court does not know",
        "perhaps everybody",
        "add it to the court's table of limits",
    ),
    compatible(
        "error-added", "a new error code", "codes are open; `temporary` says what to do (E1)"
    ),
    breaking(
        "error-removed",
        "an error code is gone",
        "who knows it does not know what comes instead",
        ADD,
    ),
    breaking(
        "error-retry-changed",
        "`temporary` of an error code has turned",
        "clients retry for ever what cannot succeed, or give up what would",
        "a new code beside the old one",
    ),
    breaking(
        "error-status-changed",
        "an error code has another HTTP status",
        "who branches on the status",
        "a new code beside the old one",
    ),
    compatible(
        "close-added", "a new close code", "its retry is what rule C2 says of an unknown code"
    ),
    breaking(
        "close-added-against-rule",
        "a new close code whose retry is not what rule C2 says of an unknown one",
        "old clients retry where they must not, or stay away",
        "a terminal code lies in 4500 to 4999, any other does not",
    ),
    breaking("close-removed", "a close code is gone", "who tells its cause apart", "keep the code"),
    breaking(
        "close-retry-changed",
        "whether a client may come back after a close code has turned",
        "old clients hammer the server, or never come back",
        "a new code beside the old one",
    ),
)

EXAMPLES = (
    compatible("exchange-added", "a new exchange is promised", "the others stand"),
    breaking(
        "exchange-removed",
        "an exchange is no longer promised",
        "who relies on its answer",
        PROMISE,
    ),
    breaking(
        "exchange-changed", "the same frames are answered otherwise", "who sends them", PROMISE
    ),
    compatible("exchange-told-closer", "an answer is promised more closely", "it was so before"),
    compatible("topic-added", "a new example of a topic", "the others stand"),
    breaking("topic-removed", "a topic's example is gone", "who builds topics by it", "keep it"),
    breaking(
        "topic-changed",
        "the same request has another topic",
        "who builds topics itself (T1) listens to another",
        "keep the canonical text",
    ),
)
