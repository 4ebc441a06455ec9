"""Rules E2 and E3 on a route: how many subscriptions, and mistakes in requests."""

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import params_of, subscribed
from trading_api.conformance.server_rules.limits import expect_abuse
from trading_api.conformance.verdicts import NotJudged, expect


async def E2_one_subscription_too_many_is_refused(peer: Peer, route: ServedRoute) -> None:
    if route.free_integer is None:
        raise NotJudged("no parameter may be any integer")
    await subscribed(peer, route)
    limit, first = peer.stated.subscriptions, params_of(route)[route.free_integer] + 1
    requests = [_request(route, first + number) for number in range(limit)]
    for begin in range(0, limit, peer.stated.frames_per_array):
        await peer.send(requests[begin : begin + peer.stated.frames_per_array])
    answers = await _answers(peer, {one["id"] for one in requests})
    refused = [one.get("code") for one in answers if one.get("status") != "ok"]
    if refused and refused[0] != "limit_exceeded":
        raise NotJudged(f"the server refuses other {route.free_integer}: {refused[0]}")
    expected = f"{limit} subscriptions, and limit_exceeded for one more"
    expect(len(refused) == 1 and answers[-1].get("status") != "ok", expected, refused)


async def _answers(peer: Peer, ids: set[int]) -> list[Frame]:
    """Return the payloads of the responses to all of these, in the order of their ids."""
    answers: dict[int, Frame] = {}

    def is_last(frame: Frame) -> bool:
        if frame.get("id") in ids and frame["type"].endswith(".response"):
            answers[frame["id"]] = payload_of(frame)
        return len(answers) == len(ids)

    await peer.until(is_last, f"{len(ids)} subscribes")
    return [answers[one] for one in sorted(ids)]


async def E3_too_many_bad_requests_close_with_4508(peer: Peer, route: ServedRoute) -> None:
    await peer.send([{"type": route.subscribe, "payload": []}] * peer.stated.bad_frames)
    await expect_abuse(peer, "payloads that are none")


def _request(route: ServedRoute, number: int) -> Frame:
    params = {**params_of(route), str(route.free_integer): number}
    return {"type": route.subscribe, "id": number, "payload": params}
