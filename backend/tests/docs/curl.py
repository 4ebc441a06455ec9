"""A page's request over HTTP against the contract: path, parameters, body."""

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from .contract import REST, Document, document, operation, unlike_schema

if TYPE_CHECKING:
    from .shell_calls import Call


def curl(words: Sequence[str], call: "Call") -> Iterator[str]:
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("-s", "-i", "-si", action="store_true")
    parser.add_argument("-X")
    parser.add_argument("-H", action="append", default=[])
    parser.add_argument("-d")
    parser.add_argument("url")
    asked = parser.parse_args(list(words))
    method = (asked.X or ("POST" if asked.d else "GET")).lower()
    address = urlsplit(asked.url)
    found = operation(method, address.path)
    if found is None:
        yield f"no operation {method.upper()} {address.path}"
        return
    yield from _unknown_names(found, address.query, asked.H)
    yield from _unlike_body(found, asked.d)


def _unknown_names(found: Document, query: str, headers: Sequence[str]) -> Iterator[str]:
    taken = {(one["in"], one["name"].lower()) for one in found.get("parameters", [])}
    for name, _ in parse_qsl(query):
        if ("query", name.lower()) not in taken:
            yield f"no parameter {name}"
    for header in headers:
        name = header.partition(":")[0].lower()
        if name != "content-type" and ("header", name) not in taken:
            yield f"no header {name}"


def _unlike_body(found: Document, said: str | None) -> Iterator[str]:
    body = found.get("requestBody")
    if said is None:
        if body and body.get("required"):
            yield "expected a body, found none"
    elif body is None:
        yield "expected no body, found one"
    else:
        try:
            value: Any = json.loads(said)
        except ValueError as error:
            yield f"expected JSON: {error}"
        else:
            schema = body["content"]["application/json"]["schema"]
            yield from unlike_schema(value, schema, document(REST))
