"""Rules F2, F4, S4 and T1 on a route: what a request may be, and which topic it names."""

import json
from typing import Any

from trading_api.conformance.peer import Frame, Peer
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import params_of, subscribed
from trading_api.conformance.verdicts import Broken, NotJudged, expect

NO_REQUESTS: tuple[Any, ...] = ([], "text", 1, None)
UNUSABLE_RECOVERS: tuple[Any, ...] = (
    1,
    {"epoch": 1, "seq": 1},
    {"epoch": "e", "seq": -1},
    {"epoch": "e"},
)


async def F2_a_payload_of_another_form_is_refused(peer: Peer, route: ServedRoute) -> None:
    for payload in NO_REQUESTS:
        answer = await peer.ask(route.subscribe, payload)
        _expect_refusal(answer, "invalid_payload", f"payload {payload!r}")


async def F2_an_unusable_recover_is_refused(peer: Peer, route: ServedRoute) -> None:
    for recover in UNUSABLE_RECOVERS:
        answer = await peer.ask(route.subscribe, params_of(route), recover=recover)
        _expect_refusal(answer, "invalid_payload", f"recover {recover!r}")


async def F4_an_unknown_member_of_a_request_is_refused(peer: Peer, route: ServedRoute) -> None:
    answer = await peer.ask(route.subscribe, {**params_of(route), "no_such_member": 1})
    _expect_refusal(answer, "invalid_payload", "a member that the request does not have")
    named = "no_such_member" in answer["message"]
    expect(named, "a message that names no_such_member", answer["message"])


async def F4_an_unknown_member_of_a_frame_is_ignored(peer: Peer, route: ServedRoute) -> None:
    await subscribed(peer, route, newer={"a": 1})


async def S4_what_is_refused_is_answered(peer: Peer, route: ServedRoute) -> None:
    if route.free_text is None:
        raise NotJudged("no parameter may be any text")
    params = {**params_of(route), route.free_text: "no-such-thing"}
    answer = await peer.ask(route.subscribe, params)
    if answer.get("status") == "ok":
        raise NotJudged(f"{route.free_text} may be anything")
    code = answer.get("code")
    _expect_refusal(answer, str(code), f"{route.free_text} no-such-thing")
    expect(not route.codes or code in route.codes, "a code of the document", code)


async def T1_the_topic_is_the_route_and_its_canonical_params(
    peer: Peer, route: ServedRoute
) -> None:
    answer = await subscribed(peer, route)
    route_name, _, text = str(answer["topic"]).partition(":")
    params = _parsed(text)
    expect(route_name == route.name and params is not None, f"{route.name}:{{params}}", answer)
    expect(text == _canonical(params), f"{route.name}:{_canonical(params)}", answer["topic"])
    asked = {name: value for name, value in params_of(route).items() if value is not None}
    expect(asked.items() <= params.items(), f"the params {asked}", answer["topic"])


async def T1_order_and_nulls_make_no_other_topic(peer: Peer, route: ServedRoute) -> None:
    first = await subscribed(peer, route)
    turned = dict(reversed(params_of(route).items()))
    second = await subscribed(peer, route, {**turned, "no_such_member": None})
    expect(second["topic"] == first["topic"], first["topic"], second["topic"])
    expect(second["held"] is True, "the topic that is held", second)


async def T1_a_topic_beyond_2_kib_is_refused(peer: Peer, route: ServedRoute) -> None:
    if route.free_text is None:
        raise NotJudged("no parameter may be any text")
    params = {**params_of(route), route.free_text: "x" * 2048}
    answer = await peer.ask(route.subscribe, params)
    _expect_refusal(answer, "topic_too_long", f"a {route.free_text} of 2,048 characters")


def _expect_refusal(answer: Frame, code: str, cause: str) -> None:
    is_whole = isinstance(answer.get("message"), str) and isinstance(answer.get("temporary"), bool)
    is_refused = answer.get("status") == "error" and answer.get("code") == code
    if not (is_refused and is_whole):
        raise Broken(f"status error, code {code}, message and temporary after {cause}", answer)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _canonical(params: Any) -> str:
    """Return RFC 8785 of params; another hand's than the server's, so that both can be compared."""
    if isinstance(params, dict):
        keys = sorted(params, key=lambda key: key.encode("utf-16-be"))
        return (
            "{"
            + ",".join(
                f"{json.dumps(key, ensure_ascii=False)}:{_canonical(params[key])}" for key in keys
            )
            + "}"
        )
    if isinstance(params, list):
        return "[" + ",".join(map(_canonical, params)) + "]"
    return json.dumps(params, ensure_ascii=False)
