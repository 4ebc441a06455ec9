"""What a change of the OpenAPI document does: requests, their parameters and bodies, answers."""

from collections.abc import Iterator
from typing import Any

from .change import Change, Direction, Place, others, turned
from .references import Document, Node
from .schemas import SchemaCourt

DOCUMENT = "openapi.json"
_METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


def rest_changes(old: Node, new: Node) -> Iterator[Change]:
    """Yield every change of the requests that an HTTP client may make."""
    top = Place(DOCUMENT, "REST", "")
    court = _RestCourt(Document(old), Document(new))
    was, now = requests_of(old), requests_of(new)
    for name in dict.fromkeys([*was, *now]):
        place = Place(DOCUMENT, name, name)
        if name not in now:
            yield place.change("request-removed")
        elif name not in was:
            yield place.change("request-added")
        else:
            yield from court.request(was[name], now[name], place)
    for path in sorted(old.get("paths", {}).keys() & new.get("paths", {}).keys()):
        at = Place(DOCUMENT, path, path)
        yield from others(old["paths"][path], new["paths"][path], set(_METHODS), at)
    info, components = top.below("info"), top.below("components")
    yield from _version(old.get("info", {}), new.get("info", {}), info)
    yield from others(old.get("components", {}), new.get("components", {}), {"schemas"}, components)
    yield from others(old, new, {"components", "info", "paths"}, top)


def requests_of(document: Node) -> dict[str, Node]:
    """Return each operation by its method and path."""
    return {
        f"{method.upper()} {path}": item[method]
        for path, item in document.get("paths", {}).items()
        for method in _METHODS
        if method in item
    }


def _version(old: Node, new: Node, place: Place) -> Iterator[Change]:
    yield from others(old, new, {"version"}, place)
    if old.get("version") != new.get("version"):
        yield place.change("renamed", turned(old.get("version"), new.get("version")))


class _RestCourt:
    """Compares the requests of two documents, whose schemas are compared once."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        self._schemas = SchemaCourt(old, new)

    def request(self, old: Node, new: Node, place: Place) -> Iterator[Change]:
        yield from self._parameters(old, new, place)
        yield from self._body(old.get("requestBody"), new.get("requestBody"), place)
        yield from self._answers(old.get("responses", {}), new.get("responses", {}), place)
        was, now = old.get("operationId"), new.get("operationId")
        if was != now:
            yield place.change("renamed", f"operationId: {turned(was, now)}")
        judged = {"operationId", "parameters", "requestBody", "responses"}
        yield from others(old, new, judged, place)

    def _parameters(self, old: Node, new: Node, place: Place) -> Iterator[Change]:
        was, now = self._named(old, self._old), self._named(new, self._new)
        for name in dict.fromkeys([*was, *now]):
            at = place.below(name)
            if name not in now:
                yield at.change("sent-field-removed")
            elif name not in was:
                required = "required-" if now[name].get("required") else ""
                yield at.change(f"sent-field-{required}added")
            else:
                yield from self._parameter(was[name], now[name], at)

    def _named(self, holder: Node, document: Document) -> dict[str, Node]:
        parameters = [document.resolved(one) for one in holder.get("parameters", ())]
        return {f"{one['in']}.{one['name']}": one for one in parameters}

    def _parameter(self, old: Node, new: Node, place: Place) -> Iterator[Change]:
        yield from _required(old, new, place, "sent-field-now-required", "sent-field-now-optional")
        yield from self._schema(old, new, place, "sent")
        yield from others(old, new, {"in", "name", "required", "schema"}, place)

    def _body(self, old: Node | None, new: Node | None, place: Place) -> Iterator[Change]:
        at = place.below("body")
        if old is None or new is None:
            if new is not None:
                yield at.change("body-required" if new.get("required") else "sent-field-added")
            elif old is not None:
                yield at.change("body-removed")
            return
        old, new = self._old.resolved(old), self._new.resolved(new)
        yield from _required(old, new, at, "body-required", "body-optional")
        yield from self._contents(old, new, at, "sent")
        yield from others(old, new, {"content", "required"}, at)

    def _answers(self, old: Node, new: Node, place: Place) -> Iterator[Change]:
        for status in dict.fromkeys([*old, *new]):
            at = place.below(status)
            word = "refusal" if status.upper()[0] in "45" else "success"
            if status not in new:
                yield at.change(f"{word}-removed")
            elif status not in old:
                yield at.change(f"{word}-added")
            else:
                before, after = old[status], new[status]
                yield from self._answer(self._old.resolved(before), self._new.resolved(after), at)
        yield from _codes(old, new, place)

    def _answer(self, old: Node, new: Node, place: Place) -> Iterator[Change]:
        yield from self._contents(old, new, place, "received")
        was, now = old.get("headers", {}), new.get("headers", {})
        for name in dict.fromkeys([*was, *now]):
            at = place.below(name)
            if name not in now:
                yield at.change("received-field-removed")
            elif name not in was:
                yield at.change("received-field-added")
            else:
                yield from self._schema(was[name], now[name], at, "received")
                yield from _required(
                    was[name],
                    now[name],
                    at,
                    "received-field-now-required",
                    "received-field-now-optional",
                )
                yield from others(was[name], now[name], {"required", "schema"}, at)
        yield from others(old, new, {"content", "headers", "x-error-codes"}, place)

    def _contents(
        self, old: Node, new: Node, place: Place, direction: Direction
    ) -> Iterator[Change]:
        was, now = old.get("content", {}), new.get("content", {})
        for media in dict.fromkeys([*was, *now]):
            if media not in now:
                yield place.change("media-removed", media)
            elif media not in was:
                yield place.change("media-added", media)
            else:
                yield from self._schema(was[media], now[media], place, direction)
                yield from others(was[media], now[media], {"schema"}, place)

    def _schema(self, old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
        was, now = old.get("schema", {}), new.get("schema", {})
        yield from self._schemas.changes(was, now, place, direction)


def _codes(old: Node, new: Node, place: Place) -> Iterator[Change]:
    """Compare the error codes that a request names, whatever their status."""
    was, now = (_named_codes(answers) for answers in (old, new))
    for code in sorted(was ^ now):
        yield place.change(f"refusal-code-{'added' if code in now else 'removed'}", code)


def _named_codes(answers: Node) -> set[str]:
    return {code for answer in answers.values() for code in answer.get("x-error-codes", ())}


def _required(old: Any, new: Any, place: Place, required: str, optional: str) -> Iterator[Change]:
    was, now = bool(old.get("required")), bool(new.get("required"))
    if was != now:
        yield place.change(required if now else optional)
