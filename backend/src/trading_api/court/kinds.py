"""Every kind of change that the court knows, with its verdict: the table that the pages show."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["breaking", "compatible", "documentation"]

_ADD = "keep what was, and add the new beside it"
_ACCEPT = "go on accepting what was accepted"
_PROMISE = "keep the promise, or make a new route beside the old one"
_LIMIT = "leave the default; a server that needs another sets it for itself"


@dataclass(frozen=True)
class Kind:
    """One kind of change; `why` says for whom it breaks, or why for nobody."""

    name: str
    verdict: Verdict
    what: str
    why: str
    remedy: str = ""


def _breaking(name: str, what: str, why: str, remedy: str) -> Kind:
    return Kind(name, "breaking", what, why, remedy)


def _compatible(name: str, what: str, why: str) -> Kind:
    return Kind(name, "compatible", what, why)


_SENT = (
    _breaking(
        "sent-field-required-added",
        "a new field must be sent",
        "who sends what was right is refused",
        "make it optional, with a default that means what its absence meant",
    ),
    _compatible("sent-field-added", "a new field may be sent", "who leaves it out is served"),
    _breaking(
        "sent-field-removed",
        "a field is no longer taken",
        "who sends it is refused, or not heeded",
        _ACCEPT,
    ),
    _breaking(
        "sent-field-now-required",
        "a field may no longer be left out",
        "who leaves it out is refused",
        "keep it optional",
    ),
    _compatible("sent-field-now-optional", "a field may be left out", "who sends it is served"),
    _breaking(
        "sent-type-narrowed",
        "a value is no longer of a type that was taken",
        "who sends the old type is refused",
        _ACCEPT,
    ),
    _compatible("sent-type-widened", "more types are taken", "those that were taken still are"),
    _breaking(
        "sent-value-removed",
        "a value of a closed list is no longer taken",
        "who sends it is refused",
        _ACCEPT,
    ),
    _compatible("sent-value-added", "more values are taken", "those that were taken still are"),
    _breaking("sent-null-refused", "null is no longer taken", "who sends null is refused", _ACCEPT),
    _compatible("sent-null-taken", "null is taken too", "who sends a value is served"),
    _breaking(
        "sent-form-removed",
        "a form of a value is no longer taken",
        "who sends it is refused",
        _ACCEPT,
    ),
    _compatible("sent-form-added", "another form of a value is taken", "the others still are"),
    _breaking(
        "sent-bound-tighter",
        "a bound, pattern or format of what is sent is tighter",
        "who sends what lies outside is refused",
        _ACCEPT,
    ),
    _compatible("sent-bound-looser", "a bound of what is sent is looser", "what fitted still fits"),
    _breaking(
        "sent-default-changed",
        "leaving a field out means something else",
        "who leaves it out gets another answer than before, without an error",
        "keep the default; let who wants the other value send it",
    ),
    _breaking(
        "sent-closed",
        "unknown fields are refused",
        "who sends one is refused",
        "ignore them as before",
    ),
    _compatible("sent-opened", "unknown fields are taken", "who sends none is served as before"),
)

_RECEIVED = (
    _breaking(
        "received-field-removed", "a field is gone", "who reads it finds nothing", "keep sending it"
    ),
    _compatible(
        "received-field-added", "a new field is sent", "readers ignore what they do not know (F4)"
    ),
    _breaking(
        "received-field-added-to-closed",
        "an answer that was closed has a new field",
        "a reader that is closed refuses it",
        "leave it out, or send it in a new answer",
    ),
    _breaking(
        "received-field-now-optional",
        "a field may be missing",
        "who relies on it finds nothing",
        "go on sending it always",
    ),
    _compatible("received-field-now-required", "a field is always sent", "it was read before"),
    _breaking(
        "received-type-widened",
        "a value may be of a type that it never was",
        "who reads the old type alone fails on it",
        _ADD,
    ),
    _compatible("received-type-narrowed", "fewer types are sent", "those were read before"),
    _breaking(
        "received-value-added",
        "a closed list has a new value",
        "a reader that is closed over the old ones drops or refuses the frame",
        "send an old value, and say more in a new field",
    ),
    _compatible(
        "received-value-removed", "a value is no longer sent", "the others were read before"
    ),
    _breaking(
        "received-null-possible",
        "null may be sent where a value was",
        "who computes with the value fails on null",
        "leave the value, or say its absence in a new field",
    ),
    _compatible("received-null-gone", "null is no longer sent", "the value was read before"),
    _breaking(
        "received-form-added",
        "a value may have a form that it never had",
        "who tells the old forms apart knows none for it",
        _ADD,
    ),
    _compatible("received-form-removed", "a form is no longer sent", "the others were read before"),
    _breaking(
        "received-bound-looser",
        "a bound, pattern or format of what is received is looser",
        "who relies on the old one meets what lies outside",
        "keep inside the old bound",
    ),
    _compatible(
        "received-bound-tighter", "a bound of what is received is tighter", "it was inside before"
    ),
    _breaking(
        "received-opened",
        "an answer that was closed may hold unknown fields",
        "a reader that is closed refuses it",
        "keep it closed",
    ),
    _compatible("received-closed", "an answer holds no unknown fields", "they were ignored before"),
    Kind("received-default-told", "documentation", "a told default differs", "the value is sent"),
)

_STREAMS = (
    _breaking("operation-removed", "an operation of the socket is gone", "who uses it", _ADD),
    _compatible("operation-added", "a new operation", "nobody is made to use it"),
    _breaking(
        "operation-turned",
        "who sends an operation's message is another",
        "both sides wait for each other",
        _ADD,
    ),
    _breaking(
        "message-removed", "a message is no longer exchanged", "who sends it or waits for it", _ADD
    ),
    _compatible("message-added", "a new message", "unknown types are ignored (F4)"),
    _breaking(
        "address-changed", "the socket is at another address", "who connects to the old one", _ADD
    ),
    _breaking(
        "encoding-changed", "frames are of another content type", "nobody can read them", _ADD
    ),
    _breaking("handshake-changed", "the handshake differs", "who opens it as before", _ACCEPT),
    _breaking(
        "correlation-changed",
        "an answer names its request in another place",
        "who has several requests in flight mistakes them",
        _ADD,
    ),
)

_BEHAVIOUR = (
    _breaking(
        "delivery-changed",
        "another delivery policy",
        "who counts on every update misses some, or who is slow gets more than it can take",
        _PROMISE,
    ),
    _breaking(
        "key-changed",
        "updates are folded by another key",
        "values that came apart are one",
        _PROMISE,
    ),
    _breaking(
        "held-fewer", "fewer values are held", "who was away for as long meets a gap", _PROMISE
    ),
    _compatible("held-more", "more values are held", "who was away for longer meets no gap"),
    _breaking(
        "held-turned",
        "values are held without a bound, or now with one",
        "snapshot and gap mean something else (S5, U2)",
        _PROMISE,
    ),
    _breaking(
        "merge-changed",
        "held back updates are merged, or no longer",
        "an update says more",
        _PROMISE,
    ),
    _breaking(
        "stale-later", "silence is told later or not at all", "who waits to be told", _PROMISE
    ),
    _compatible("stale-sooner", "silence is told sooner", "the status is the same"),
    _breaking(
        "limit-tighter",
        "a limit of the wire leaves less room",
        "who used the old room is refused, cut or slowed",
        _LIMIT,
    ),
    _compatible("limit-looser", "a limit of the wire leaves more room", "the old room still does"),
    _compatible("limit-unseen", "a limit that no client can see", "order and content are the same"),
    _breaking(
        "limit-unknown",
        "a limit came, went or changed whose effect the court does not know",
        "perhaps everybody",
        "add it to the court's table of limits",
    ),
    _compatible(
        "error-added", "a new error code", "codes are open; `temporary` says what to do (E1)"
    ),
    _breaking(
        "error-removed",
        "an error code is gone",
        "who knows it does not know what comes instead",
        _ADD,
    ),
    _breaking(
        "error-retry-changed",
        "`temporary` of an error code has turned",
        "clients retry for ever what cannot succeed, or give up what would",
        "a new code beside the old one",
    ),
    _breaking(
        "error-status-changed",
        "an error code has another HTTP status",
        "who branches on the status",
        "a new code beside the old one",
    ),
    _compatible(
        "close-added", "a new close code", "its retry is what rule C2 says of an unknown code"
    ),
    _breaking(
        "close-added-against-rule",
        "a new close code whose retry is not what rule C2 says of an unknown one",
        "old clients retry where they must not, or stay away",
        "a terminal code lies in 4500 to 4999, any other does not",
    ),
    _breaking(
        "close-removed", "a close code is gone", "who tells its cause apart", "keep the code"
    ),
    _breaking(
        "close-retry-changed",
        "whether a client may come back after a close code has turned",
        "old clients hammer the server, or never come back",
        "a new code beside the old one",
    ),
)

_EXAMPLES = (
    _compatible("exchange-added", "a new exchange is promised", "the others stand"),
    _breaking(
        "exchange-removed",
        "an exchange is no longer promised",
        "who relies on its answer",
        _PROMISE,
    ),
    _breaking(
        "exchange-changed", "the same frames are answered otherwise", "who sends them", _PROMISE
    ),
    _compatible("exchange-told-closer", "an answer is promised more closely", "it was so before"),
    _compatible("topic-added", "a new example of a topic", "the others stand"),
    _breaking("topic-removed", "a topic's example is gone", "who builds topics by it", "keep it"),
    _breaking(
        "topic-changed",
        "the same request has another topic",
        "who builds topics itself (T1) listens to another",
        "keep the canonical text",
    ),
)

_REST = (
    _breaking("request-removed", "a request is gone", "who makes it is answered 404 or 405", _ADD),
    _compatible("request-added", "a new request", "nobody is made to make it"),
    _breaking(
        "body-required", "a request needs a body", "who sends none is refused", "keep it optional"
    ),
    _compatible("body-optional", "a request's body may be left out", "who sends it is served"),
    _breaking(
        "body-removed", "a request's body is no longer read", "who says something by it", _ACCEPT
    ),
    _breaking("media-removed", "a content type is gone", "who sends it, or reads it alone", _ADD),
    _compatible("media-added", "another content type", "the old one still works"),
    _breaking(
        "success-added",
        "success has a new status",
        "who waits for the old one alone",
        "keep the status",
    ),
    _breaking(
        "success-removed", "success has another status", "who waits for it", "keep the status"
    ),
    _compatible(
        "refusal-added", "a request may be refused with a status", "the code says why (E1)"
    ),
    _compatible("refusal-removed", "a status of refusal is gone", "less can go wrong"),
    _compatible(
        "refusal-code-added", "a request may be refused with a code", "the code is in the table"
    ),
    _breaking(
        "refusal-code-removed",
        "a request is no longer refused with a code",
        "who knows it does not know what comes instead",
        "refuse with the old code",
    ),
    _compatible("deprecated", "marked as going, or no longer", "it works as before"),
)

_DOCUMENTS = (
    Kind(
        "version-raised",
        "documentation",
        "a new contract version",
        "pages are asked to reload (F8)",
    ),
    _breaking(
        "version-lowered",
        "the contract version went back",
        "clients of the newer one think that they are current",
        "raise it",
    ),
    Kind("described-otherwise", "documentation", "other words or examples", "the wire is the same"),
    Kind(
        "renamed",
        "documentation",
        "another name that never crosses the wire",
        "only new code has it",
    ),
    _breaking(
        "document-missing",
        "a document of the contract is gone",
        "who builds on it",
        "`trading-pro spec export` writes it",
    ),
    Kind("document-added", "documentation", "a document that was not there", "nothing to compare"),
    _breaking(
        "unknown",
        "the court does not know what this does",
        "perhaps everybody: what it does not know it takes for breaking",
        "teach the court this kind of change, with its seeded changes",
    ),
)

KINDS: dict[str, Kind] = {
    kind.name: kind
    for group in (_SENT, _RECEIVED, _STREAMS, _BEHAVIOUR, _EXAMPLES, _REST, _DOCUMENTS)
    for kind in group
}
