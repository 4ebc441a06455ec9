"""Seeded changes: the committed contract, and edits of it in memory with the verdict they get."""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trading_api.court.contract_files import FILES, Contract

FOLDER = Path(__file__).parents[3] / "contract"
TEXTS = {name: (FOLDER / name).read_text(encoding="utf-8") for name in FILES}


@dataclass(frozen=True)
class Seed:
    """One edit of one document, the kinds that the court must find, and no others.

    `before` is done to both contracts: for what the committed one has no example of.
    """

    name: str
    edit: Callable[[Any], None]
    kinds: tuple[str, ...]
    before: Callable[[Any], None] = lambda document: None


def committed() -> Contract:
    return Contract("contract", {name: json.loads(text) for name, text in TEXTS.items()})


def edited(file: str, *edits: Callable[[Any], None]) -> Contract:
    """Return one document of the committed contract, edited."""
    document = json.loads(TEXTS[file])
    for edit in edits:
        edit(document)
    return Contract(file, {file: document})


def seed(name: str, path: str, change: Callable[[Any], Any], *kinds: str) -> Seed:
    """Return an edit of what lies at a path; its steps are divided by spaces."""

    def edit(document: Any) -> None:
        node = document
        for step in path.split():
            node = node[int(step) if isinstance(node, list) else step]
        change(node)

    return Seed(name, edit, kinds)


def put(**members: Any) -> Callable[[Any], Any]:
    return lambda node: node.update(copy.deepcopy(members))


def set_(key: Any, value: Any) -> Callable[[Any], Any]:
    return lambda node: node.__setitem__(key, value)


def drop(key: Any) -> Callable[[Any], Any]:
    return lambda node: node.__delitem__(key)


def add(value: Any) -> Callable[[Any], Any]:
    return lambda node: node.append(value)


def take(value: Any) -> Callable[[Any], Any]:
    return lambda node: node.remove(value)
