"""The forms of a union, and which form of the old one is which of the new."""

from collections.abc import Callable, Iterator, Set

from . import values
from .change import canonical
from .references import Node

Pair = tuple[Node | None, Node | None]
REF = ("$ref",)
UNION = ("anyOf", "oneOf")
# Names in generated code, which no frame carries.
NAMES = "x-enum-varnames"
_WORDS = {"default", NAMES}
# The keywords of a schema that the court knows.
JUDGED = frozenset(
    (
        *REF,
        *UNION,
        *_WORDS,
        *values.JUDGED,
        "properties",
        "required",
        "additionalProperties",
        "items",
        "additionalItems",
    )
)
_NULL: Node = {"type": "null"}


def is_union(node: Node) -> bool:
    types = node.get("type")
    return any(key in node for key in UNION) or (isinstance(types, list) and len(types) > 1)


def bounds_beside(node: Node, keys: tuple[str, ...]) -> Set[str]:
    """Return what else than one of `keys` says which values fit, where a node has one of them."""
    rest = without(node, keys)
    return rest.keys() & JUDGED - _WORDS if len(rest) < len(node) else set()


def without(node: Node, keys: tuple[str, ...]) -> Node:
    return {key: value for key, value in node.items() if key not in keys}


def forms(node: Node) -> list[Node]:
    """Return the forms that a value may have; one for what is no union.

    A list of types is a union too. References among the forms stay references.
    """
    choices = [choice for key in UNION for choice in node.get(key, ())]
    if choices:
        return [form for choice in choices for form in _within(choice)]
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


def _within(choice: Node) -> list[Node]:
    is_plain = is_union(choice) and not bounds_beside(choice, UNION)
    return forms(choice) if is_plain else [choice]


def _reference(form: Node) -> str:
    return str(form.get("$ref", ""))


def _tag(form: Node) -> str:
    """Return the constants that tell a form from its neighbours."""
    fields = form.get("properties", {})
    constants = {name: field["const"] for name, field in fields.items() if "const" in field}
    return canonical(constants) if constants else ""


def _type(form: Node) -> str:
    return canonical(form["type"]) if "type" in form else ""
