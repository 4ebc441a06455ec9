"""Two contracts beside each other: every change, with the operations that it reaches."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from .behaviour import close_changes, error_changes
from .change import Change, Place, others, turned
from .contract_files import Contract
from .examples import exchange_changes, topic_changes
from .references import Document, Node
from .rest import requests_of, rest_changes
from .streams import stream_changes


def compare(old: Contract, new: Contract) -> list[Change]:
    """Return every change between the documents that the old contract has, each once.

    A base that is a single document is compared with its like alone.
    """
    found = [*_versions(old, new)]
    for name, judge in _JUDGES.items():
        before, after = old.documents.get(name), new.documents.get(name)
        place = Place(name, name, "")
        if before is None:
            if after is not None and len(old.documents) > 1:
                found.append(place.change("document-added"))
        elif after is None:
            found.append(place.change("document-missing"))
        else:
            found += judge(before, after)
    reached = _reached(old, new)
    once = dict.fromkeys(found)
    return [replace(change, users=reached.get(_key(change), ())) for change in once]


def _error_tables(old: Node, new: Node) -> Iterator[Change]:
    yield from error_changes(old["errors"], new["errors"])
    yield from close_changes(old["close_codes"], new["close_codes"])
    table = Place("errors.json", "errors.json", "")
    yield from others(old, new, {"errors", "close_codes"}, table)


_JUDGES: dict[str, Callable[[Node, Node], Iterable[Change]]] = {
    "asyncapi.json": stream_changes,
    "openapi.json": rest_changes,
    "errors.json": _error_tables,
    "frames.json": exchange_changes,
    "topics.json": topic_changes,
}


def _versions(old: Contract, new: Contract) -> Iterator[Change]:
    was, now = old.version, new.version
    if was is not None and now is not None and was != now:
        place = Place("asyncapi.json", "contract version", "info.version")
        yield place.change(f"version-{'raised' if now > was else 'lowered'}", turned(was, now))


def _key(change: Change) -> tuple[str, str]:
    return change.document, change.subject


def _reached(old: Contract, new: Contract) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the operations of either contract that carry each schema, sorted."""
    found: dict[tuple[str, str], set[str]] = {}
    for contract in (old, new):
        for name, document in contract.documents.items():
            content = Document(document)
            for operation, node in _operations(name, document).items():
                for schema in content.schemas_of(node):
                    found.setdefault((name, schema), set()).add(operation)
    return {key: tuple(sorted(users)) for key, users in found.items()}


def _operations(name: str, document: Node) -> dict[str, Node]:
    if name == "openapi.json":
        return requests_of(document)
    return dict(document.get("operations", {})) if name == "asyncapi.json" else {}
