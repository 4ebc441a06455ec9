"""Rules F2 to F5 and S4 on a route: what a request may be, and how it is refused."""

from typing import Any

from trading_api.conformance.peer import Frame, Peer
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import params_of, subscribed, updates_after
from trading_api.conformance.verdicts import Broken, NotJudged, expect

NO_REQUESTS: tuple[Any, ...] = ([], "text", 1, None)
ENOUGH = 8
UNKNOWN = "no-such-thing"
REFUSED_WITH = {
    "symbol": "unknown_symbol",
    "resolution": "unsupported_resolution",
    "accountId": "forbidden",
}
UNUSABLE_RECOVERS: tuple[Any, ...] = (
    1,
    {"epoch": 1, "seq": 1},
    {"epoch": "e", "seq": -1},
    {"epoch": "e"},
)


async def F2_a_payload_of_another_form_is_refused(peer: Peer, route: ServedRoute) -> None:
    for payload in NO_REQUESTS:
        answer = await peer.ask(route.subscribe, payload)
        expect_refusal(answer, "invalid_payload", f"payload {payload!r}")


async def F2_an_unusable_recover_is_refused(peer: Peer, route: ServedRoute) -> None:
    for recover in UNUSABLE_RECOVERS:
        answer = await peer.ask(route.subscribe, params_of(route), recover=recover)
        expect_refusal(answer, "invalid_payload", f"recover {recover!r}")


async def F3_the_id_of_a_request_in_flight_is_not_echoed(peer: Peer, route: ServedRoute) -> None:
    subscribe = {"type": route.subscribe, "id": "twice", "payload": params_of(route)}
    await peer.send([subscribe, {"type": "ping", "id": "twice"}])
    frame = await peer.until(lambda frame: not frame["type"].endswith(".update"), "two requests")
    if frame["type"] != "pong":
        raise NotJudged("the subscribe was answered before the ping was read")
    expect("id" not in frame, "a pong without the id of the subscribe in flight", frame)


async def F3_an_id_may_be_used_again(peer: Peer, route: ServedRoute) -> None:
    request = {"type": route.subscribe, "id": "again", "payload": params_of(route)}
    for _ in range(2):
        await peer.send(request)
        frame = await peer.until(lambda one: one["type"].endswith(".response"), "a subscribe")
        expect(frame.get("id") == "again", "the id of a request that was answered before", frame)


async def F5_updates_are_not_too_large(peer: Peer, route: ServedRoute) -> None:
    # Who reads them looks at their size.
    await updates_after(peer, await subscribed(peer, route), ENOUGH)


async def F4_an_unknown_member_of_a_request_is_refused(peer: Peer, route: ServedRoute) -> None:
    answer = await peer.ask(route.subscribe, {**params_of(route), "no_such_member": 1})
    expect_refusal(answer, "invalid_payload", "a member that the request does not have")
    named = "no_such_member" in answer["message"]
    expect(named, "a message that names no_such_member", answer["message"])


async def F4_an_unknown_member_of_a_frame_is_ignored(peer: Peer, route: ServedRoute) -> None:
    await subscribed(peer, route, newer={"a": 1})


async def S4_what_is_refused_is_answered(peer: Peer, route: ServedRoute) -> None:
    if route.free_text is None:
        raise NotJudged("no parameter may be any text")
    answer = await _refused(peer, route, route.free_text)
    code = answer.get("code")
    expect_refusal(answer, str(code), f"{route.free_text} {UNKNOWN}")
    expect(not route.codes or code in route.codes, "a code of the document", code)


async def S4_a_refusal_says_what_is_unknown(peer: Peer, route: ServedRoute) -> None:
    known = [name for name in REFUSED_WITH if name in params_of(route)]
    if not known:
        raise NotJudged(f"no parameter is {', '.join(REFUSED_WITH)}")
    for name in known:
        answer = await _refused(peer, route, name)
        expect_refusal(answer, REFUSED_WITH[name], f"{name} {UNKNOWN}")


async def _refused(peer: Peer, route: ServedRoute, name: str) -> Frame:
    answer = await peer.ask(route.subscribe, {**params_of(route), name: UNKNOWN})
    if answer.get("status") == "ok" and name != "accountId":
        raise NotJudged(f"{name} may be anything")
    return answer


def expect_refusal(answer: Frame, code: str, cause: str) -> None:
    """Expect a whole error response with this code."""
    is_whole = isinstance(answer.get("message"), str) and isinstance(answer.get("temporary"), bool)
    is_refused = answer.get("status") == "error" and answer.get("code") == code
    if not (is_refused and is_whole):
        raise Broken(f"status error, code {code}, message and temporary after {cause}", answer)
