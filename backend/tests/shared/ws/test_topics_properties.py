"""Properties that hold for every topic: sorted, reversible, blind to the order of members."""

import json
import random
from typing import Any

from hypothesis import given
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
