"""What the court calls harmless is harmless, by a validator that knows nothing of the court."""

import copy
import os
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from trading_api.court.change import Place
from trading_api.court.references import Document
from trading_api.court.schemas import SchemaCourt

EXAMPLES = int(os.environ.get("TP_FUZZ_EXAMPLES", "50"))
REFS = st.sampled_from(["A", "B"]).map(lambda name: {"$ref": f"#/components/schemas/{name}"})
NUMBERS = st.fixed_dictionaries(
    {"type": st.sampled_from(["integer", "number"])},
    optional={
        "minimum": st.integers(0, 2),
        "maximum": st.integers(1, 7),
        "enum": st.lists(st.sampled_from([0, 1, 7]), min_size=1, unique=True),
    },
)
TEXTS = st.fixed_dictionaries(
    {"type": st.just("string")},
    optional={
        "minLength": st.integers(0, 2),
        "maxLength": st.integers(1, 3),
        "pattern": st.sampled_from(["^x", "z$"]),
        "const": st.sampled_from(["x", "xyz"]),
    },
)
LEAVES: st.SearchStrategy[Any] = st.one_of(
    REFS, NUMBERS, TEXTS, st.just({}), st.sampled_from([{"type": "null"}, {"type": "boolean"}])
)
FIELDS = st.sampled_from(["a", "b"])


def _larger(inner):
    openness = st.one_of(st.booleans(), inner)
    objects = st.fixed_dictionaries(
        {"type": st.just("object"), "properties": st.dictionaries(FIELDS, inner)},
        optional={
            "required": st.lists(FIELDS, unique=True),
            "additionalProperties": openness,
        },
    )
    lists = st.fixed_dictionaries(
        {"type": st.just("array")},
        optional={"items": inner, "minItems": st.integers(0, 1), "maxItems": st.integers(0, 2)},
    )
    unions = st.fixed_dictionaries({"anyOf": st.lists(inner, min_size=1, max_size=3)})
    types = st.lists(st.sampled_from(["integer", "string", "null"]), min_size=1, unique=True)
    return st.one_of(objects, lists, unions, st.fixed_dictionaries({"type": types}))


SCHEMAS = st.recursive(LEAVES, _larger, max_leaves=4)
# A validator would follow a reference from one to the other for ever; the court does not.
DEFINITIONS = st.fixed_dictionaries({"A": NUMBERS, "B": TEXTS})

PLAIN = [None, True, 0, 1, -1, 1.5, 7, 100, "", "x", "xyz", "wxyz", "yz"]
MEMBERS = [*PLAIN, [], [0], {}, {"a": 0}]
VALUES = [
    *PLAIN,
    [],
    *([one] for one in MEMBERS),
    ["x", 0, None],
    {},
    *({"a": one} for one in MEMBERS),
    *({"b": one} for one in MEMBERS),
    *({"a": one, "b": other} for one, other in product([None, 0, "x"], repeat=2)),
]


def _schemas_in(node):
    yield node
    inner = [*node.get("properties", {}).values(), *node.get("anyOf", ())]
    inner += [
        node[key] for key in ("items", "additionalProperties") if isinstance(node.get(key), dict)
    ]
    for one in inner:
        yield from _schemas_in(one)


@st.composite
def edits(draw):
    """Return a schema, and the same with one or two of its parts replaced or put together anew."""
    old = draw(SCHEMAS)
    new = copy.deepcopy(old)
    for _ in range(draw(st.integers(1, 2))):
        places = list(_schemas_in(new))
        place, other = draw(st.sampled_from(places)), draw(SCHEMAS)
        kept = draw(st.sets(st.sampled_from(sorted(place)))) if place else set()
        merged = {**other, **{key: place[key] for key in kept}}
        place.clear()
        place.update(copy.deepcopy(merged))
    return old, new


def _closed(node):
    """Return a schema of values without fields that it does not name: clients send no others."""
    if isinstance(node, list):
        return [_closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    inner = {key: _closed(one) for key, one in node.items()}
    is_open = node.get("type") == "object" and node.get("additionalProperties", True) is True
    return {**inner, "additionalProperties": False} if is_open else inner


def _validator(node, schemas):
    whole = {"allOf": [node], "components": {"schemas": schemas}}
    return Draft202012Validator(whole)


def _changes(old, new, schemas, direction):
    before, after = (Document({"components": {"schemas": schemas}}) for _ in range(2))
    return list(SchemaCourt(before, after).changes(old, new, Place("d", "s", "s"), direction))


@settings(max_examples=EXAMPLES, deadline=None)
@given(schemas=DEFINITIONS, edit=edits())
def test_what_is_called_harmless_is_harmless(schemas, edit):
    for direction, (written, read) in (("sent", edit), ("received", edit[::-1])):
        found = _changes(edit[0], edit[1], schemas, direction)
        if any(change.breaks for change in found):
            continue
        sends = _closed(written) if direction == "sent" else written
        writes, reads = _validator(sends, schemas), _validator(read, schemas)

        assert [one for one in VALUES if writes.is_valid(one) and not reads.is_valid(one)] == []
