"""Seeded changes of the AsyncAPI document: schemas in both directions, operations, messages."""

from .seeding import Seed, add, drop, put, seed, set_, take

S = "components schemas"
NULL = {"type": "null"}

SENT: list[Seed] = [
    seed(
        "a stream asks for one thing more",
        f"{S} BarsSubscriptionRequest",
        lambda node: (
            node["properties"].update(session={"type": "string"}),
            node["required"].append("session"),
        ),
        "sent-field-required-added",
    ),
    seed(
        "a stream may be told one thing more",
        f"{S} BarsSubscriptionRequest properties",
        put(session={"type": "string"}),
        "sent-field-added",
    ),
    seed(
        "a stream no longer takes a resolution",
        f"{S} BarsSubscriptionRequest",
        lambda node: (node["properties"].pop("resolution"), node["required"].remove("resolution")),
        "sent-field-removed",
    ),
    seed(
        "a ping needs its clock", f"{S} PingPayload", put(required=["t"]), "sent-field-now-required"
    ),
    seed(
        "an account may be left out",
        f"{S} OrderSubscriptionRequest required",
        take("accountId"),
        "sent-field-now-optional",
    ),
    seed(
        "a symbol is a number",
        f"{S} QuoteDataSubscriptionRequest properties symbol",
        set_("type", "integer"),
        "sent-type-narrowed",
    ),
    seed(
        "a symbol is one of two",
        f"{S} QuoteDataSubscriptionRequest properties symbol",
        set_("enum", ["AAPL", "MSFT"]),
        "sent-type-narrowed",
    ),
    seed(
        "a place may be a fraction",
        f"{S} Recover properties seq",
        set_("type", "number"),
        "sent-type-widened",
    ),
    seed(
        "an epoch is shorter",
        f"{S} Recover properties epoch",
        put(maxLength=8),
        "sent-bound-tighter",
    ),
    seed(
        "an epoch has a pattern",
        f"{S} Recover properties epoch",
        put(pattern="^x"),
        "sent-bound-tighter",
    ),
    seed(
        "an epoch is of any length",
        f"{S} Recover properties epoch",
        drop("maxLength"),
        "sent-bound-looser",
    ),
    seed(
        "a place starts at one", f"{S} Recover properties seq", put(minimum=1), "sent-bound-tighter"
    ),
    seed(
        "a ping takes no null",
        f"{S} PingPayload properties t anyOf",
        take(NULL),
        "sent-null-refused",
    ),
    seed(
        "an id may be null",
        f"{S} RequestId anyOf",
        add(NULL),
        "sent-null-taken",
        "received-null-possible",
    ),
    seed(
        "an id is no number",
        f"{S} RequestId anyOf",
        drop(1),
        "sent-form-removed",
        "received-form-removed",
    ),
    seed(
        "an id may be a list",
        f"{S} RequestId anyOf",
        add({"type": "array"}),
        "sent-form-added",
        "received-form-added",
    ),
    seed(
        "an id is shorter where a union says so",
        f"{S} RequestId anyOf 0",
        put(maxLength=32),
        "sent-bound-tighter",
        "received-bound-tighter",
    ),
    seed(
        "a symbol has a default",
        f"{S} BarsSubscriptionRequest properties resolution",
        put(default="1"),
        "sent-default-changed",
    ),
    seed("a ping is closed", f"{S} PingPayload", put(additionalProperties=False), "sent-closed"),
    seed(
        "a request is open",
        f"{S} BarsSubscriptionRequest",
        drop("additionalProperties"),
        "sent-opened",
    ),
    seed(
        "an envelope needs its id",
        "components messages bars.subscribe payload required",
        add("id"),
        "sent-field-now-required",
    ),
]

RECEIVED: list[Seed] = [
    seed(
        "a bar has no volume",
        f"{S} Bar",
        lambda node: (node["properties"].pop("volume"), node["required"].remove("volume")),
        "received-field-removed",
    ),
    seed(
        "a bar has a count of trades",
        f"{S} Bar properties",
        put(trades={"type": "integer"}),
        "received-field-added",
    ),
    seed(
        "a bar may lack its open", f"{S} Bar required", take("open"), "received-field-now-optional"
    ),
    seed(
        "a bar always says whether it corrects",
        f"{S} Bar required",
        add("correction"),
        "received-field-now-required",
    ),
    seed(
        "a price is a text",
        f"{S} Bar properties close",
        set_("type", "string"),
        "received-type-widened",
    ),
    seed(
        "a version is a fraction",
        f"{S} Depth properties version",
        set_("type", "number"),
        "received-type-widened",
    ),
    seed(
        "a volume is whole",
        f"{S} Bar properties volume",
        set_("type", "integer"),
        "received-type-narrowed",
    ),
    seed(
        "a market has a new state",
        f"{S} MarketStatus properties state enum",
        add("auction"),
        "received-value-added",
    ),
    seed("an order has a new status", f"{S} OrderStatus enum", add(7), "received-value-added"),
    seed(
        "a market is never quiet",
        f"{S} MarketStatus properties state enum",
        take("quiet"),
        "received-value-removed",
    ),
    seed(
        "a price may be null",
        f"{S} Bar properties",
        put(open={"anyOf": [{"type": "number"}, NULL]}),
        "received-null-possible",
    ),
    seed(
        "a price may be null, as a list of types",
        f"{S} Bar properties open",
        put(type=["number", "null"]),
        "received-null-possible",
    ),
    seed(
        "a change always follows one",
        f"{S} Depth properties follows anyOf",
        take(NULL),
        "received-null-gone",
    ),
    seed(
        "a quote has a third form",
        f"{S} QuoteData properties v anyOf",
        add({"$ref": "#/components/schemas/Trade"}),
        "received-form-added",
    ),
    seed(
        "a quote is never an error",
        f"{S} QuoteData properties v anyOf",
        take({"$ref": "#/components/schemas/QuoteError"}),
        "received-form-removed",
    ),
    seed(
        "a time may be before 1970",
        f"{S} Bar properties time",
        drop("minimum"),
        "received-bound-looser",
    ),
    seed(
        "a time is of another format",
        f"{S} Bar properties time",
        put(format="int32"),
        "received-bound-looser",
    ),
    seed(
        "a price is positive", f"{S} Bar properties open", put(minimum=0), "received-bound-tighter"
    ),
    seed("a bar is closed", f"{S} Bar", put(additionalProperties=False), "received-closed"),
    seed(
        "a status is said otherwise where it is left out",
        f"{S} SubscribeOk properties status",
        put(default="no"),
        "received-default-told",
    ),
    seed(
        "levels hold something else",
        f"{S} Depth properties bids",
        put(items={"type": "number"}),
        "received-type-widened",
    ),
    seed(
        "an update lacks its time",
        "components messages bars.update payload properties payload required",
        take("ts"),
        "received-field-now-optional",
    ),
]

SOCKET: list[Seed] = [
    seed("a request is gone", "operations", drop("bars.unsubscribe"), "operation-removed"),
    seed(
        "a new request",
        "operations",
        put(hello={"action": "receive", "channel": {}, "messages": []}),
        "operation-added",
    ),
    seed(
        "an update is sent by clients",
        "operations error",
        put(action="receive"),
        "operation-turned",
    ),
    seed("no status is told", "operations bars.update messages", drop(1), "message-removed"),
    seed(
        "a reply has a second message",
        "operations ping reply messages",
        add({"$ref": "#/channels/ws/messages/error"}),
        "message-added",
    ),
    seed("another address", "channels ws", put(address="/api/v2/ws"), "address-changed"),
    seed(
        "a name means another message",
        "channels ws messages",
        put(pong={"$ref": "#/components/messages/ping"}),
        "unknown",
    ),
    seed("a new channel", "channels", put(other={"address": "/x"}), "operation-added"),
    seed("another encoding", "", put(defaultContentType="application/cbor"), "encoding-changed"),
    seed("a handshake by POST", "channels ws bindings ws", put(method="POST"), "handshake-changed"),
    seed(
        "answers are matched by topic",
        "components messages pong correlationId",
        put(location="$message.payload#/topic"),
        "correlation-changed",
    ),
    seed("a new version", "info", put(version="2.0.0"), "version-raised"),
    seed("an older version", "info", put(version="0.0.0"), "version-lowered"),
    seed("other words", f"{S} Bar", put(description="OHLCV."), "described-otherwise"),
    seed("another example", f"{S} Bar properties open", put(examples=[1]), "described-otherwise"),
    seed("a message that nobody sends", "components messages", put(x={}), "described-otherwise"),
    seed(
        "names for generated code", f"{S} Side", put(**{"x-enum-varnames": ["A", "B"]}), "renamed"
    ),
    seed("a field that goes", f"{S} Bar properties volume", put(deprecated=True), "deprecated"),
    seed("an unknown keyword of a schema", f"{S} Bar", put(dependentRequired={}), "unknown"),
    seed("an unknown keyword of an operation", "operations ping", put(security=[]), "unknown"),
    seed("an unknown extension", "", put(**{"x-new": 1}), "unknown"),
    seed("an unknown part of a message", "components messages ping", put(headers={}), "unknown"),
    seed("another rule of a union", f"{S} Bar properties open", put(allOf=[{}]), "unknown"),
]

STREAM_SEEDS = [*SENT, *RECEIVED, *SOCKET]
