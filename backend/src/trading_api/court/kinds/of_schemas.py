"""Kinds of change of a schema, for who sends what it describes and for who receives it."""

from .kind import ACCEPT, ADD, Kind, breaking, compatible

SENT = (
    breaking(
        "sent-field-required-added",
        "a new field must be sent",
        "who sends what was right is refused",
        "make it optional, with a default that means what its absence meant",
    ),
    compatible("sent-field-added", "a new field may be sent", "who leaves it out is served"),
    breaking(
        "sent-field-removed",
        "a field is no longer taken",
        "who sends it is refused, or not heeded",
        ACCEPT,
    ),
    breaking(
        "sent-field-now-required",
        "a field may no longer be left out",
        "who leaves it out is refused",
        "keep it optional",
    ),
    compatible("sent-field-now-optional", "a field may be left out", "who sends it is served"),
    breaking(
        "sent-type-narrowed",
        "a value is no longer of a type that was taken",
        "who sends the old type is refused",
        ACCEPT,
    ),
    compatible("sent-type-widened", "more types are taken", "those that were taken still are"),
    breaking(
        "sent-value-removed",
        "a value of a closed list is no longer taken",
        "who sends it is refused",
        ACCEPT,
    ),
    compatible("sent-value-added", "more values are taken", "those that were taken still are"),
    breaking("sent-null-refused", "null is no longer taken", "who sends null is refused", ACCEPT),
    compatible("sent-null-taken", "null is taken too", "who sends a value is served"),
    breaking(
        "sent-form-removed",
        "a form of a value is no longer taken",
        "who sends it is refused",
        ACCEPT,
    ),
    compatible("sent-form-added", "another form of a value is taken", "the others still are"),
    breaking(
        "sent-bound-tighter",
        "a bound, pattern or format of what is sent is tighter",
        "who sends what lies outside is refused",
        ACCEPT,
    ),
    compatible("sent-bound-looser", "a bound of what is sent is looser", "what fitted still fits"),
    breaking(
        "sent-default-changed",
        "leaving a field out means something else",
        "who leaves it out gets another answer than before, without an error",
        "keep the default; let who wants the other value send it",
    ),
    breaking(
        "sent-closed",
        "unknown fields are refused",
        "who sends one is refused",
        "ignore them as before",
    ),
    compatible("sent-opened", "unknown fields are taken", "who sends none is served as before"),
)

RECEIVED = (
    breaking(
        "received-field-removed", "a field is gone", "who reads it finds nothing", "keep sending it"
    ),
    compatible(
        "received-field-added", "a new field is sent", "readers ignore what they do not know (F4)"
    ),
    breaking(
        "received-field-added-to-closed",
        "an answer that was closed has a new field",
        "a reader that is closed refuses it",
        "leave it out, or send it in a new answer",
    ),
    breaking(
        "received-field-now-optional",
        "a field may be missing",
        "who relies on it finds nothing",
        "go on sending it always",
    ),
    compatible("received-field-now-required", "a field is always sent", "it was read before"),
    breaking(
        "received-type-widened",
        "a value may be of a type that it never was",
        "who reads the old type alone fails on it",
        ADD,
    ),
    compatible("received-type-narrowed", "fewer types are sent", "those were read before"),
    breaking(
        "received-value-added",
        "a closed list has a new value",
        "a reader that is closed over the old ones drops or refuses the frame",
        "send an old value, and say more in a new field",
    ),
    compatible(
        "received-value-removed", "a value is no longer sent", "the others were read before"
    ),
    breaking(
        "received-null-possible",
        "null may be sent where a value was",
        "who computes with the value fails on null",
        "leave the value, or say its absence in a new field",
    ),
    compatible("received-null-gone", "null is no longer sent", "the value was read before"),
    breaking(
        "received-form-added",
        "a value may have a form that it never had",
        "who tells the old forms apart knows none for it",
        ADD,
    ),
    compatible("received-form-removed", "a form is no longer sent", "the others were read before"),
    breaking(
        "received-bound-looser",
        "a bound, pattern or format of what is received is looser",
        "who relies on the old one meets what lies outside",
        "keep inside the old bound",
    ),
    compatible(
        "received-bound-tighter", "a bound of what is received is tighter", "it was inside before"
    ),
    breaking(
        "received-opened",
        "an answer that was closed may hold unknown fields",
        "a reader that is closed refuses it",
        "keep it closed",
    ),
    compatible("received-closed", "an answer holds no unknown fields", "they were ignored before"),
    Kind("received-default-told", "documentation", "a told default differs", "the value is sent"),
)
