"""Where a `$ref` leads inside its document, and which operations lead to a schema."""

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
SCHEMAS = "#/components/schemas/"


class Document:
    """One JSON document whose references point into itself."""

    def __init__(self, content: Node) -> None:
        self.content = content
        self._leads: dict[str, list[str]] = {}

    def target(self, ref: str) -> Node:
        """Return what a reference names, through references to references; {} where nothing is.

        A chain that leads back to itself names nothing.
        """
        passed: set[str] = set()
        while ref not in passed:
            passed.add(ref)
            node = self._at(ref)
            following = node.get("$ref")
            if not isinstance(following, str):
                return node
            ref = following
        return {}

    def resolved(self, node: Node) -> Node:
        """Return a node with what it refers to in the place of the reference."""
        ref = node.get("$ref")
        if not isinstance(ref, str):
            return node
        beside = {key: value for key, value in node.items() if key != "$ref"}
        return {**self.target(ref), **beside}

    def _at(self, ref: str) -> Node:
        node: Any = self.content
        for step in ref.removeprefix("#/").split("/"):
            name = step.replace("~1", "/").replace("~0", "~")
            node = node.get(name, {}) if isinstance(node, dict) else {}
        return node if isinstance(node, dict) else {}

    def schemas_of(self, node: Any) -> set[str]:
        """Return the names of the schemas that a node leads to; a channel is not followed."""
        followed: set[str] = set()
        waiting = list(_references(node))
        while waiting:
            ref = waiting.pop()
            if ref not in followed:
                followed.add(ref)
                waiting += self._references_at(ref)
        return {name_of(ref) for ref in followed if ref.startswith(SCHEMAS)}

    def _references_at(self, ref: str) -> list[str]:
        if ref not in self._leads:
            self._leads[ref] = list(_references(self._at(ref)))
        return self._leads[ref]


def name_of(ref: str) -> str:
    """Return the last step of a reference."""
    return ref.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for member in node:
            yield from _references(member)
    elif isinstance(node, dict):
        ref = node.get("$ref")
        if isinstance(ref, str):
            yield ref
        for key, member in node.items():
            # Every operation is on the one channel, which lists every message.
            if key != "channel":
                yield from _references(member)
