"""The forms of a union, and which form of the old one is which of the new."""

from collections.abc import Callable, Iterator

from .change import canonical
from .references import Document, Node

Pair = tuple[Node | None, Node | None]
_NULL: Node = {"type": "null"}


def forms(node: Node, document: Document) -> list[Node]:
    """Return the forms that a value may have; one for what is no union.

    A list of types is a union too. References among the forms stay references.
    """
    choices = [choice for key in ("anyOf", "oneOf") for choice in node.get(key, ())]
    if choices:
        return [form for choice in choices for form in _within(choice, document)]
    types = node.get("type")
    if isinstance(types, list) and len(types) > 1:
        return [_NULL if name == "null" else {**node, "type": name} for name in types]
    return [node]


def pairs(old: list[Node], new: list[Node]) -> Iterator[Pair]:
    """Yield the forms that belong together, then those that came or went alone."""
    was, now = list(old), list(new)
    for mark in (_reference, canonical, _tag, _type):
        yield from _by(mark, was, now)
    if len(was) == len(now) == 1 and _NULL not in (*was, *now):
        yield was.pop(), now.pop()
    yield from ((form, None) for form in was)
    yield from ((None, form) for form in now)


def _by(mark: Callable[[Node], str], was: list[Node], now: list[Node]) -> Iterator[Pair]:
    """Yield and take away the pairs whose mark no other form of their side has."""
    before, after = [mark(form) for form in was], [mark(form) for form in now]
    shared = [one for one in before if one and before.count(one) == after.count(one) == 1]
    for one in shared:
        yield was.pop(before.index(one)), now.pop(after.index(one))
        before.remove(one)
        after.remove(one)


def _within(choice: Node, document: Document) -> list[Node]:
    inner = document.resolved(choice)
    is_union = "anyOf" in inner or "oneOf" in inner or isinstance(inner.get("type"), list)
    return forms(inner, document) if is_union and "$ref" not in choice else [choice]


def _reference(form: Node) -> str:
    return str(form.get("$ref", ""))


def _tag(form: Node) -> str:
    """Return the constants that tell a form from its neighbours."""
    fields = form.get("properties", {})
    constants = {name: field["const"] for name, field in fields.items() if "const" in field}
    return canonical(constants) if constants else ""


def _type(form: Node) -> str:
    return canonical(form["type"]) if "type" in form else ""
