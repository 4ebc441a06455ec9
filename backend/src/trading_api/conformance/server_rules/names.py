"""Rules F4 and T1 on a route: which params are taken, and what topic they name."""

import json
from collections.abc import Iterator
from typing import Any

from trading_api.conformance.peer import Frame, Peer
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import params_of, subscribed
from trading_api.conformance.server_rules.requests import expect_refusal
from trading_api.conformance.verdicts import Broken, NotJudged, expect

MOST = 2**53 - 1
MAX_TOPIC = 2048
HARD_TEXTS = ('"\\/\b\f\n\r\t', "\x00\x1f\x7f", "é ß 中", "\u2028\ufb01\U0001f600")
"""Texts that JSON, or a writer of it, may spell in several ways."""


async def F4_a_request_is_not_rewritten(peer: Peer, route: ServedRoute) -> None:
    for name, value in params_of(route).items():
        for other in _spellings(value):
            asked = {**params_of(route), name: other}
            answer = await peer.ask(route.subscribe, asked)
            if answer.get("status") == "ok":
                taken = topic_params(route, answer).get(name)
                is_same = taken == other and type(taken) is type(other)
                expect(is_same, f"{name} {other!r} refused, or taken as it is", answer)


async def T1_the_topic_is_the_route_and_its_canonical_params(
    peer: Peer, route: ServedRoute
) -> None:
    answer = await subscribed(peer, route)
    params = topic_params(route, answer)
    topic = f"{route.name}:{canonical(params)}"
    expect(answer["topic"] == topic, topic, answer["topic"])
    asked = {name: value for name, value in params_of(route).items() if value is not None}
    expect(asked.items() <= params.items(), f"the params {asked}", answer["topic"])


async def T1_order_and_nulls_make_no_other_topic(peer: Peer, route: ServedRoute) -> None:
    first = await subscribed(peer, route)
    turned = dict(reversed(params_of(route).items()))
    second = await peer.ask(route.subscribe, {**turned, "no_such_member": None})
    is_same = second.get("topic") == first["topic"] and second.get("held") is True
    expect(is_same, f"{first['topic']}, which is held", second)


async def T1_hard_texts_have_one_spelling(peer: Peer, route: ServedRoute) -> None:
    name = route.free_text
    if name is None:
        raise NotJudged("no parameter may be any text")
    usual = topic_params(route, await subscribed(peer, route))
    for text in HARD_TEXTS:
        answer = await peer.ask(route.subscribe, {**params_of(route), name: text})
        # A refusal may name no topic.
        topic = f"{route.name}:{canonical({**usual, name: text})}"
        expect(answer.get("topic", topic) == topic, topic, answer)


async def T1_an_integer_that_not_everybody_can_hold_is_refused(
    peer: Peer, route: ServedRoute
) -> None:
    name = route.free_integer
    if name is None:
        raise NotJudged("no parameter may be any integer")
    for number in (MOST, -MOST):
        answer = await peer.ask(route.subscribe, {**params_of(route), name: number})
        expect(answer.get("code") != "invalid_payload", f"{name} {number} as valid", answer)
    for number in (MOST + 1, -MOST - 1):
        answer = await peer.ask(route.subscribe, {**params_of(route), name: number})
        expect_refusal(answer, "invalid_payload", f"{name} {number}")


async def T1_a_topic_has_at_most_2_kib(peer: Peer, route: ServedRoute) -> None:
    name, limit = route.free_text, MAX_TOPIC
    if name is None:
        raise NotJudged("no parameter may be any text")
    usual = topic_params(route, await subscribed(peer, route))
    bare = len(f"{route.name}:{canonical({**usual, name: ''})}".encode())
    answer = await _ask_with(peer, route, "x" * (limit - bare))
    expect(answer.get("code") != "topic_too_long", f"a topic of {limit} bytes as valid", answer)
    for text in ("x" * (limit - bare + 1), "x" * (limit - bare - 1) + "é"):
        answer = await _ask_with(peer, route, text)
        expect_refusal(answer, "topic_too_long", f"a topic of {limit + 1} bytes")


async def _ask_with(peer: Peer, route: ServedRoute, text: str) -> Frame:
    return await peer.ask(route.subscribe, {**params_of(route), str(route.free_text): text})


def _spellings(value: Any) -> Iterator[Any]:
    """Yield what a lenient model would take for the value."""
    if isinstance(value, bool):
        yield from (int(value), str(value).lower())
    elif isinstance(value, int):
        yield from (str(value), float(value))
    elif isinstance(value, str):
        others = (f" {value}", f"{value} ", value.lower(), value.upper())
        yield from (one for one in others if one != value)


def topic_params(route: ServedRoute, answer: Frame) -> dict[str, Any]:
    """Return the params that the topic of an answer names."""
    name, _, text = str(answer.get("topic")).partition(":")
    try:
        params = json.loads(text)
    except ValueError:
        params = None
    if name != route.name or not isinstance(params, dict):
        raise Broken(f"a topic {route.name}:{{params}}", answer)
    return params


def canonical(params: Any) -> str:
    """Return RFC 8785 of params; another hand than the server's, so that both can be compared."""
    if isinstance(params, dict):
        keys = sorted(params, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(params[key])}" for key in keys) + "}"
    if isinstance(params, list):
        return "[" + ",".join(map(canonical, params)) + "]"
    return json.dumps(params, ensure_ascii=False)
