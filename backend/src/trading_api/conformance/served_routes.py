"""The routes of a server, learned from its AsyncAPI document."""

import json
import urllib.error
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn

from trading_api.shared.local_http import LOCAL

ANSWER_LIMIT_S = 10.0
SUBSCRIBE, UPDATE = ".subscribe", ".update"
BOUNDS = {"enum", "const", "pattern", "maxLength", "minimum", "maximum"}

Schema = dict[str, Any]


class RoutesUnknown(Exception):
    """The server's routes cannot be learned; the message says what to name instead."""


@dataclass(frozen=True)
class ServedRoute:
    """What is known of a route; `params` are None where the document shows no example."""

    name: str
    params: dict[str, Any] | None = None
    delivery: str | None = None
    key: str | None = None
    held: int | None = None
    """Of how many keys, or how many updates, the past is held."""
    is_merged: bool = False
    free_text: str | None = None
    """A parameter that may be any text."""
    free_integer: str | None = None
    """A parameter that may be any integer."""
    codes: frozenset[str] = field(default_factory=frozenset)
    """The error codes that the document lists; empty where it lists none."""

    @property
    def subscribe(self) -> str:
        return f"{self.name}.subscribe"

    @property
    def unsubscribe(self) -> str:
        return f"{self.name}.unsubscribe"

    @property
    def update(self) -> str:
        return f"{self.name}.update"

    @property
    def status(self) -> str:
        return f"{self.name}.status"


def document_url(socket_url: str) -> str:
    """Return where a server of these streams has its document: beside its socket."""
    return f"http{socket_url.removeprefix('ws')}/asyncapi.json"


def read_document(socket_url: str) -> Schema:
    """Fetch the AsyncAPI document of the server.

    Raises:
        RoutesUnknown: there is none.
    """
    url = document_url(socket_url)
    try:
        with LOCAL.open(url, timeout=ANSWER_LIMIT_S) as answer:
            document = json.load(answer)
    except (urllib.error.HTTPError, ValueError) as fault:
        _unknown(f"no document at {url} ({fault})")
    except OSError as fault:
        raise RoutesUnknown(f"nobody answers at {url} ({fault}); start the server") from None
    if not isinstance(document, dict) or "operations" not in document:
        _unknown(f"what is at {url} is no AsyncAPI 3 document")
    return document


def routes_of(document: Schema) -> list[ServedRoute]:
    """Return the routes that the document tells of, in its order."""
    operations = document["operations"]
    names = [name.removesuffix(SUBSCRIBE) for name in operations if name.endswith(SUBSCRIBE)]
    codes = frozenset(one["code"] for one in document.get("x-error-codes", ()))
    return [_route(document, name, codes) for name in names]


def with_params(
    routes: Sequence[ServedRoute], name: str, params: dict[str, Any] | None
) -> list[ServedRoute]:
    """Return the one route of that name, known or not, with these params."""
    known = next((route for route in routes if route.name == name), ServedRoute(name))
    return [known if params is None else replace(known, params=params)]


def _route(document: Schema, name: str, codes: frozenset[str]) -> ServedRoute:
    request = _request_schema(document, name)
    members = {one: _resolved(document, of) for one, of in request.get("properties", {}).items()}
    required = [one for one in request.get("required", ()) if one in members]
    examples = {one: example for one in required for example in _examples(members[one])}
    update = document["operations"].get(name + UPDATE, {})
    return ServedRoute(
        name,
        examples if len(examples) == len(required) else None,
        update.get("x-delivery"),
        update.get("x-key"),
        update.get("x-held"),
        update.get("x-merged", False),
        next((one for one in required if _is_free(members[one], "string")), None),
        next((one for one in required if _is_free(members[one], "integer")), None),
        codes,
    )


def _request_schema(document: Schema, name: str) -> Schema:
    message = document["operations"][name + SUBSCRIBE]["messages"][0]
    frame = _resolved(document, message)["payload"]
    return _resolved(document, frame["properties"].get("payload", {}))


def _examples(schema: Schema) -> Iterator[Any]:
    """Yield one value that the schema shows or names, if it does."""
    shown = [*schema.get("examples", ()), *schema.get("enum", ())]
    shown += [schema[word] for word in ("default", "const") if word in schema]
    yield from shown[:1]


def _is_free(schema: Schema, type_: str) -> bool:
    return schema.get("type") == type_ and not BOUNDS & set(schema)


def _resolved(document: Schema, schema: Schema) -> Schema:
    while "$ref" in schema:
        found: Any = document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        beside = {name: one for name, one in schema.items() if name != "$ref"}
        schema = {**found, **beside}
    return schema


def _unknown(why: str) -> NoReturn:
    raise RoutesUnknown(f"{why}; name a route with --route NAME --params JSON")
