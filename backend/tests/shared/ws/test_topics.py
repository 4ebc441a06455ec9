"""Topics against the vectors that both languages share."""

import json
from pathlib import Path
from typing import Any

import pytest

from trading_api.shared.errors import Refusal
from trading_api.shared.ws.topics import split_topic, topic_of

CONTRACT = Path(__file__).parents[4] / "contract"
VECTORS = json.loads((CONTRACT / "topics.json").read_text(encoding="utf-8"))


def _named(kind: str) -> list[Any]:
    return [pytest.param(vector, id=vector["name"]) for vector in VECTORS[kind]]


def test_T2_vectors_are_many_and_distinct():
    names = [vector["name"] for vector in VECTORS["topics"] + VECTORS["refused"]]
    assert len(VECTORS["topics"]) >= 60
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("vector", _named("topics"))
def test_T2_topic_vector(vector):
    assert topic_of(vector["route"], vector["params"]) == vector["topic"]


@pytest.mark.parametrize("vector", _named("topics"))
def test_T1_topic_splits_into_route_and_params(vector):
    route, params = split_topic(vector["topic"])

    assert (route, topic_of(route, params)) == (vector["route"], vector["topic"])


@pytest.mark.parametrize("vector", _named("refused"))
def test_T1_refused_vector(vector):
    with pytest.raises(Refusal) as refusal:
        topic_of(vector["route"], vector["params"])

    assert refusal.value.code == vector["reason"]


def test_T1_refusal_names_the_member():
    with pytest.raises(Refusal, match=r"^legs\.1\.ratio: expected an integer within .*, got 9+"):
        topic_of("r", {"legs": [{}, {"ratio": 9999999999999999}]})


def test_T1_endless_nesting_is_refused():
    params: dict[str, Any] = {}
    for _ in range(900):
        params = {"a": params}
    with pytest.raises(Refusal, match=r"^a: expected at most 64 levels"):
        topic_of("r", params)


@pytest.mark.parametrize("text", ["", "bars", "bars:", "bars:[]", ':{"a":1}', "bars:{"])
def test_what_is_no_topic_is_not_split(text):
    with pytest.raises(ValueError):
        split_topic(text)
