"""What the court says: for people, and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from .change import Change
from .contract_files import Contract
from .kinds import KINDS, Verdict
from .references import Node
from .rest import requests_of

_HEADS: dict[Verdict, str] = {
    "breaking": "Breaks clients that exist",
    "compatible": "Breaks nobody",
    "documentation": "Never crosses the wire",
}
_USERS_SHOWN = 4


def said(old: Contract, new: Contract, changes: Sequence[Change]) -> Iterator[str]:
    """Yield the lines for people: what was compared, the changes by verdict, and the sum."""
    yield f"from {_described(old)}"
    yield f"to   {_described(new)}"
    for verdict, head in _HEADS.items():
        group = [change for change in changes if change.kind.verdict == verdict]
        if group:
            yield f"\n{head}: {len(group)}"
            yield from _group(group)
    breaking = sum(change.breaks for change in changes)
    yield f"\n{len(changes)} changes, {breaking} breaking" if changes else "\nno change"


def as_json(old: Contract, new: Contract, changes: Sequence[Change]) -> str:
    """Return the whole comparison as JSON, one object."""
    contracts = {
        key: {"origin": one.origin, "version": one.version, "files": list(one.documents)}
        for key, one in (("from", old), ("to", new))
    }
    told = [
        {**asdict(change), "verdict": change.kind.verdict, "what": change.kind.what}
        | {"why": change.kind.why, "remedy": change.kind.remedy}
        for change in changes
    ]
    breaking = sum(change.breaks for change in changes)
    return json.dumps({**contracts, "breaking": breaking, "changes": told}, indent=2)


def table() -> Iterator[str]:
    """Yield every kind of change as a table of Markdown: the one of the reference page."""
    yield "| kind | verdict | what | for whom, or why not | instead |"
    yield "|---|---|---|---|---|"
    for kind in KINDS.values():
        cells = (f"`{kind.name}`", kind.verdict, kind.what, kind.why, kind.remedy or "-")
        yield f"| {' | '.join(cells)} |"


def _group(changes: Sequence[Change]) -> Iterator[str]:
    ordered = sorted(changes, key=lambda change: list(KINDS).index(change.name))
    for name, members in groupby(ordered, key=lambda change: change.name):
        kind = KINDS[name]
        yield f"  {kind.what}: {kind.why} [{name}]"
        for change in members:
            detail = f": {change.detail}" if change.detail else ""
            yield f"    {change.document} {change.path}{detail}{_users(change)}"
        if kind.remedy:
            yield f"    instead: {kind.remedy}"


def _users(change: Change) -> str:
    shown = ", ".join(change.users[:_USERS_SHOWN])
    more = len(change.users) - _USERS_SHOWN
    tail = f" and {more} more" if more > 0 else ""
    return f" (in {shown}{tail})" if shown else ""


def _described(contract: Contract) -> str:
    version = "" if contract.version is None else f", contract version {contract.version}"
    counts = ", ".join(_counted(name, one) for name, one in contract.documents.items())
    return f"{contract.origin}{version}: {counts}"


def _counted(name: str, document: Node) -> str:
    counts = {
        "asyncapi.json": (len(document.get("operations", ())), "stream operations"),
        "openapi.json": (len(requests_of(document)), "requests"),
        "errors.json": (len(document.get("errors", ())), "error codes"),
        "frames.json": (len(document.get("exchanges", ())), "exchanges"),
        "topics.json": (len(document.get("topics", ())), "topics"),
    }
    number, word = counts[name]
    return f"{number} {word}"
