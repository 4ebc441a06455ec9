"""What a change of the hand-written examples does: promised exchanges, and texts of topics."""

from collections.abc import Iterator
from typing import Any

from .change import Change, Place, canonical, others, same, shown, turned
from .references import Node

EXCHANGES, TOPICS = "frames.json", "topics.json"


def exchange_changes(old: Node, new: Node) -> Iterator[Change]:
    """Compare exchanges by what is sent in them: names may change, answers may not."""
    was, now = _by_sent(old), _by_sent(new)
    for sent in dict.fromkeys([*was, *now]):
        example = was.get(sent) or now[sent]
        place = Place(EXCHANGES, example["name"], f"{example['rule']}: {example['name']}")
        if sent not in now:
            yield place.change("exchange-removed")
        elif sent not in was:
            yield place.change("exchange-added")
        else:
            yield from _exchange(was[sent], now[sent], place)
    whole = Place(EXCHANGES, EXCHANGES, "")
    if not same(old.get("about"), new.get("about")):
        yield whole.change("described-otherwise", "about")
    yield from others(old, new, {"about", "exchanges"}, whole)


def topic_changes(old: Node, new: Node) -> Iterator[Change]:
    """Compare the canonical texts of topics by what was asked for."""
    was, now = _by_request(old), _by_request(new)
    for asked in dict.fromkeys([*was, *now]):
        example = was.get(asked) or now[asked]
        place = Place(TOPICS, example["route"], example["name"])
        if asked not in now:
            yield place.change("topic-removed")
        elif asked not in was:
            yield place.change("topic-added")
        elif not same(_promised(was[asked]), _promised(now[asked])):
            detail = turned(_promised(was[asked]), _promised(now[asked]))
            yield place.change("topic-changed", detail)
    yield from others(old, new, {"topics", "refused"}, Place(TOPICS, TOPICS, ""))


def _by_sent(document: Node) -> dict[str, Node]:
    return {
        canonical([_without(step, "replies") for step in one["steps"]]): one
        for one in document.get("exchanges", ())
    }


def _exchange(old: Node, new: Node, place: Place) -> Iterator[Change]:
    replies = [[step.get("replies", []) for step in one["steps"]] for one in (old, new)]
    if not same(*replies):
        closer = _holds(replies[1], replies[0])
        kind = "exchange-told-closer" if closer else "exchange-changed"
        yield place.change(kind, shown(replies[1]))
    if (old["rule"], old["name"]) != (new["rule"], new["name"]):
        yield place.change("described-otherwise", turned(old["name"], new["name"]))
    yield from others(old, new, {"name", "rule", "steps"}, place)


def _holds(whole: Any, part: Any) -> bool:
    """Return whether `whole` promises all that `part` does; a list promises its length too."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(key in whole and _holds(whole[key], part[key]) for key in part)
    if isinstance(whole, list) and isinstance(part, list):
        return len(whole) == len(part) and all(map(_holds, whole, part))
    return same(whole, part)


def _by_request(document: Node) -> dict[str, Node]:
    examples = (*document.get("topics", ()), *document.get("refused", ()))
    return {canonical([one["route"], one["params"]]): one for one in examples}


def _promised(example: Node) -> Node:
    return _without(example, "name", "route", "params")


def _without(node: Node, *keys: str) -> Node:
    return {key: value for key, value in node.items() if key not in keys}
