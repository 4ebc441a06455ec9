"""The committed contract as a judge of what the pages show: frames, requests, answers."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from .fences import ROOT

STREAMS = ROOT / "contract/asyncapi.json"
REST = ROOT / "contract/openapi.json"
Document = Mapping[str, Any]


@cache
def document(path: Path) -> Document:
    """Return a document in which an object has no other members than those that it names."""
    return strict(path.read_text(encoding="utf-8"))


def strict(text: str, left_out: str = "") -> Document:
    """Read a document for what a page shows; clients may meet more members, pages may not.

    Args:
        text: the document.
        left_out: a word of schemas that is not held, such as `required`.
    """

    def closed(schema: dict[str, Any]) -> dict[str, Any]:
        schema.pop(left_out, None)
        if isinstance(schema.get("properties"), dict) and "type" in schema:
            schema.setdefault("additionalProperties", False)
        return schema

    found: Document = json.loads(text, object_hook=closed)
    return found


def unlike_schema(value: Any, schema: Document, whole: Document) -> Iterator[str]:
    """Say where a value differs from a schema of a document."""
    judge = Draft202012Validator({**schema, "components": whole["components"]})
    for error in judge.iter_errors(value):
        # Of alternatives, the one that nearly fits tells more than that none does.
        nearest = min(error.context, key=lambda one: -len(one.path)) if error.context else error
        where = ".".join(str(each) for each in nearest.absolute_path)
        yield f"{where or 'the whole'}: {nearest.message[:200]}"


def unlike_frame(text: str, streams: Document) -> Iterator[str]:
    """Say where a frame differs from the message of its type."""
    try:
        frame = json.loads(text)
    except ValueError as error:
        yield f"expected JSON: {error}"
        return
    message = streams["components"]["messages"].get(frame.get("type"))
    if message is None:
        yield f"no message {frame.get('type')!r}"
    else:
        yield from unlike_schema(frame, message["payload"], streams)


def operation(method: str, path: str) -> Document | None:
    """Return the operation of a path; None where there is no such one."""
    for template, methods in document(REST)["paths"].items():
        pattern = re.sub(r"\\{\w+\\}", ".+", re.escape(template))
        if method in methods and re.fullmatch(pattern, path):
            found: Document = methods[method]
            return found
    return None
