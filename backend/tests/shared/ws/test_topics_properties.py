"""Properties of every topic: RFC 8785 as others write it, reversible, blind to members' order."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.shared.ws.topics import canonical, split_topic, topic_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
INTEGERS = st.integers(-MAX_SAFE_INTEGER, MAX_SAFE_INTEGER)
VALUES = st.recursive(
    TEXTS | INTEGERS | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
PARAMS = st.dictionaries(TEXTS, VALUES, max_size=4)
CONTRACT = Path(__file__).parents[4] / "contract"
VECTORS = json.loads((CONTRACT / "topics.json").read_text(encoding="utf-8"))["topics"]


def _without_nulls(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _without_nulls(item) for key, item in value.items() if item is not None}


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, list):
        return [_shuffled(item, chance) for item in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    chance.shuffle(keys)
    return {key: _shuffled(value[key], chance) for key in keys}


def _utf16(key: str) -> list[int]:
    units = key.encode("utf-16-le")
    return [units[i] | units[i + 1] << 8 for i in range(0, len(units), 2)]


@settings(max_examples=1000)
@given(PARAMS)
def test_T1_canonical_is_that_of_an_independent_implementation(params):
    assert canonical(params).encode() == rfc8785.dumps(params)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_T2_vector_is_that_of_an_independent_implementation(vector):
    expected = rfc8785.dumps(_without_nulls(vector["params"])).decode()

    assert vector["topic"] == f"{vector['route']}:{expected}"


@given(PARAMS)
def test_T1_topic_reads_back_as_its_params(params):
    assert split_topic(topic_of("r", params)) == ("r", params)


@given(PARAMS, st.randoms(use_true_random=False))
def test_T1_order_of_members_does_not_matter(params, chance):
    assert canonical(_shuffled(params, chance)) == canonical(params)


@given(PARAMS)
def test_T1_keys_ascend_by_utf16_code_units(params):
    def check(pairs: list[tuple[str, Any]]) -> None:
        keys = [_utf16(key) for key, _ in pairs]
        assert keys == sorted(keys)

    json.loads(canonical(params), object_pairs_hook=check)


@given(PARAMS, TEXTS)
def test_T1_null_member_changes_nothing(params, key):
    assert canonical({**params, key: None}) == canonical({k: params[k] for k in params if k != key})
