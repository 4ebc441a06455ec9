"""Seeded changes of the OpenAPI document: requests, parameters, bodies, answers."""

from .seeding import Seed, add, drop, put, seed, set_, take

S = "components schemas"
ORDERS, BARS = "paths /api/v1/broker/orders", "paths /api/v1/datafeed/bars"
SEARCH = "paths /api/v1/datafeed/search"
TEXT = {"type": "string"}
JSON = "content application/json"

REST_SEEDS: list[Seed] = [
    seed("a path is gone", "paths", drop("/api/v1/version"), "request-removed"),
    seed("a method is gone", ORDERS, drop("get"), "request-removed"),
    seed(
        "a new path", "paths", put(**{"/api/v1/new": {"get": {"responses": {}}}}), "request-added"
    ),
    seed(
        "a parameter must be sent",
        f"{BARS} get parameters",
        add({"in": "query", "name": "zone", "required": True, "schema": TEXT}),
        "sent-field-required-added",
    ),
    seed(
        "a parameter may be sent",
        f"{BARS} get parameters",
        add({"in": "query", "name": "zone", "required": False, "schema": TEXT}),
        "sent-field-added",
    ),
    seed("a parameter is gone", f"{BARS} get parameters", drop(4), "sent-field-removed"),
    seed(
        "a parameter may not be left out",
        f"{BARS} get parameters 4",
        put(required=True),
        "sent-field-now-required",
    ),
    seed(
        "a parameter may be left out",
        f"{BARS} get parameters 0",
        put(required=False),
        "sent-field-now-optional",
    ),
    seed(
        "a page is smaller",
        f"{BARS} get parameters 4 schema anyOf 0",
        put(maximum=100),
        "sent-bound-tighter",
    ),
    seed(
        "a page is larger",
        f"{BARS} get parameters 4 schema anyOf 0",
        put(maximum=10**6),
        "sent-bound-looser",
    ),
    seed(
        "a search finds fewer where nothing is said",
        f"{SEARCH} get parameters 3 schema",
        put(default=10),
        "sent-default-changed",
    ),
    seed(
        "a parameter is sent in a list otherwise",
        f"{BARS} get parameters 0",
        put(style="deepObject"),
        "unknown",
    ),
    seed(
        "an order needs a client's id",
        f"{S} PreOrder required",
        add("limitPrice"),
        "sent-field-now-required",
    ),
    seed(
        "an order needs no quantity",
        f"{S} PreOrder required",
        take("qty"),
        "sent-field-now-optional",
    ),
    seed("a price is no text", f"{S} PreOrder properties qty anyOf", drop(1), "sent-form-removed"),
    seed(
        "a price of a limit is no null",
        f"{S} PreOrder properties limitPrice anyOf",
        drop(2),
        "sent-null-refused",
    ),
    seed(
        "a duration is not taken",
        f"{S} Duration properties type enum",
        take("FOK"),
        "sent-value-removed",
    ),
    seed("a new duration", f"{S} Duration properties type enum", add("GTX"), "sent-value-added"),
    seed(
        "fewer orders at once",
        f"{S} CancelOrders properties orderIds",
        put(maxItems=10),
        "sent-bound-tighter",
    ),
    seed(
        "an empty list of orders",
        f"{S} CancelOrders properties orderIds",
        put(minItems=0),
        "sent-bound-looser",
    ),
    seed(
        "another pattern of ids",
        f"{S} NewAccount properties id",
        put(pattern="^[a-z]+$"),
        "sent-bound-tighter",
    ),
    seed(
        "the switch flattens unless told otherwise",
        f"{S} KillSwitchRequest properties flatten",
        put(default=True),
        "sent-default-changed",
    ),
    seed(
        "a side is added, for who sends and who receives",
        f"{S} Side enum",
        add(0),
        "sent-value-added",
        "received-value-added",
    ),
    seed(
        "a body is needed",
        "paths /api/v1/broker/resume post",
        put(requestBody={"required": True, "content": {}}),
        "body-required",
    ),
    seed(
        "a body may be sent",
        "paths /api/v1/broker/resume post",
        put(requestBody={"content": {}}),
        "sent-field-added",
    ),
    seed(
        "a body may be left out", f"{ORDERS} post requestBody", put(required=False), "body-optional"
    ),
    seed("no body is read", f"{ORDERS} post", drop("requestBody"), "body-removed"),
    seed(
        "no JSON is taken",
        f"{ORDERS} post requestBody content",
        drop("application/json"),
        "media-removed",
    ),
    seed(
        "CSV is answered too",
        f"{ORDERS} get responses 200 content",
        put(**{"text/csv": {}}),
        "media-added",
    ),
    seed("created, not done", f"{ORDERS} post responses", put(**{"201": {}}), "success-added"),
    seed("no success any more", f"{ORDERS} get responses", drop("200"), "success-removed"),
    seed("a new refusal", f"{ORDERS} get responses", put(**{"451": {}}), "refusal-added"),
    seed("a refusal is gone", f"{ORDERS} get responses", drop("4XX"), "refusal-removed"),
    seed(
        "a request knows another code",
        f"{ORDERS} get responses 404 x-error-codes",
        add("ORDER_NOT_FOUND"),
        "refusal-code-added",
    ),
    seed(
        "a request no longer has a code",
        f"{ORDERS} get responses 404 x-error-codes",
        take("ACCOUNT_NOT_FOUND"),
        "refusal-code-removed",
    ),
    seed(
        "a list no longer says its place",
        f"{ORDERS} get responses 200 headers",
        drop("Stream-Seq"),
        "received-field-removed",
    ),
    seed(
        "a list says one thing more",
        f"{ORDERS} get responses 200 headers",
        put(**{"Stream-Age": {"schema": TEXT}}),
        "received-field-added",
    ),
    seed(
        "a place is a text",
        f"{ORDERS} get responses 200 headers Stream-Seq schema",
        set_("type", "string"),
        "received-type-widened",
    ),
    seed(
        "a list is no list",
        f"{ORDERS} get responses 200 {JSON} schema",
        set_("type", "object"),
        "received-type-widened",
    ),
    seed(
        "a found symbol has no exchange",
        f"{S} SearchSymbolResultItem",
        lambda node: (node["properties"].pop("exchange"), node["required"].remove("exchange")),
        "received-field-removed",
    ),
    seed(
        "an error has no code",
        f"{S} ErrorReply required",
        take("code"),
        "received-field-now-optional",
    ),
    seed(
        "an answer is named anew",
        "paths /api/v1/health get",
        put(operationId="isHealthy"),
        "renamed",
    ),
    seed("a request that goes", "paths /api/v1/version get", put(deprecated=True), "deprecated"),
    seed("other words", "paths /api/v1/version get", put(summary="Which?"), "described-otherwise"),
    seed("a request needs a key", "paths /api/v1/version get", put(security=[{}]), "unknown"),
    seed("every request needs a key", "", put(security=[{}]), "unknown"),
    seed("another server", "", put(servers=[{"url": "/v2"}]), "unknown"),
    seed("a version of the document", "info", put(version="9.0.0"), "renamed"),
]
