"""Each seeded change of the committed contract gets the verdict that it must, and no other."""

import json

import pytest

from trading_api.court.comparison import compare
from trading_api.court.contract_files import Contract
from trading_api.court.kinds import KINDS

from . import behaviour_seeds as behaviour
from .rest_seeds import REST_SEEDS
from .seeding import committed, edited
from .stream_seeds import STREAM_SEEDS

SEEDS = [
    *(("asyncapi.json", seed) for seed in STREAM_SEEDS),
    *(("asyncapi.json", seed) for seed in behaviour.DELIVERY_SEEDS),
    *(("asyncapi.json", seed) for seed in behaviour.LIMIT_SEEDS),
    *(("asyncapi.json", seed) for seed in behaviour.BETWEEN_SEEDS),
    *(("openapi.json", seed) for seed in REST_SEEDS),
    *(("errors.json", seed) for seed in behaviour.CODE_SEEDS),
    *(("frames.json", seed) for seed in behaviour.EXCHANGE_SEEDS),
    *(("topics.json", seed) for seed in behaviour.TOPIC_SEEDS),
]


@pytest.mark.parametrize(("file", "seed"), SEEDS, ids=lambda one: getattr(one, "name", None))
def test_a_seeded_change_is_judged_rightly(file, seed):
    old, new = edited(file, seed.before), edited(file, seed.before, seed.edit)

    found = {change.name for change in compare(old, new)}

    assert found == set(seed.kinds)


def test_there_are_enough_seeds_of_each_verdict_and_kind():
    seeded = {kind for _, seed in SEEDS for kind in seed.kinds}
    of_documents = {"document-missing", "document-added"}

    assert seeded | of_documents == KINDS.keys()
    assert len(SEEDS) >= 60


def test_a_document_that_came_or_went_is_told():
    whole, part = committed(), committed()
    del part.documents["errors.json"]

    assert [change.name for change in compare(whole, part)] == ["document-missing"]
    assert [change.name for change in compare(part, whole)] == ["document-added"]


def test_a_lone_document_is_compared_with_its_like_alone():
    whole = committed()
    alone = Contract("errors.json", {"errors.json": whole.documents["errors.json"]})

    assert compare(alone, whole) == []


def test_the_contract_against_itself_has_no_change():
    assert compare(committed(), committed()) == []


def test_the_order_of_keys_is_no_change():
    def turned(node):
        if isinstance(node, dict):
            return {key: turned(node[key]) for key in reversed(list(node))}
        return [turned(one) for one in node] if isinstance(node, list) else node

    backwards = Contract("b", {name: turned(one) for name, one in committed().documents.items()})

    assert json.dumps(backwards.documents) != json.dumps(committed().documents)
    assert compare(committed(), backwards) == []


def _schema_places(node, path=()):
    if isinstance(node, dict):
        if isinstance(node.get("type"), str):
            yield path
        for key, member in node.items():
            yield from _schema_places(member, (*path, key))
    elif isinstance(node, list):
        for index, member in enumerate(node):
            yield from _schema_places(member, (*path, index))


@pytest.mark.parametrize("file", ["asyncapi.json", "openapi.json"])
def test_what_the_court_does_not_know_breaks_wherever_it_stands(file):
    old, new = committed(), committed()
    places = list(_schema_places(old.documents[file]["components"]["schemas"]))

    for number, path in enumerate(places):
        node = new.documents[file]["components"]["schemas"]
        for step in path:
            node = node[step]
        node["x-never-heard-of"] = number
    found = {change.detail for change in compare(old, new) if change.name == "unknown"}

    assert len(places) > 300
    assert found == {f"x-never-heard-of: nothing → {number}" for number in range(len(places))}


def test_a_reference_to_itself_ends():
    old, new = committed(), committed()
    for contract in (old, new):
        schemas = contract.documents["asyncapi.json"]["components"]["schemas"]
        schemas["Bar"] = {"$ref": "#/components/schemas/Loop"}
        schemas["Loop"] = {"$ref": "#/components/schemas/Bar"}

    assert compare(old, new) == []


def test_a_change_names_who_carries_it():
    def widen(document):
        document["components"]["schemas"]["OrderStatus"]["enum"].append(7)

    (change,) = compare(edited("asyncapi.json"), edited("asyncapi.json", widen))

    assert change.subject == "OrderStatus"
    assert change.users == ("account.update", "orders.update")
