"""Rule U7: updates of several lossless topics leave in the order of what made them."""

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import subscribed
from trading_api.conformance.verdicts import NotJudged, expect

IN_A_STEP = {"orders": 0, "executions": 1, "positions": 2}


async def U7_lossless_updates_leave_in_the_order_of_their_steps(
    peer: Peer, routes: list[ServedRoute]
) -> None:
    known = [one for one in routes if one.name in IN_A_STEP and one.delivery == "lossless"]
    if len(known) < len(IN_A_STEP):
        raise NotJudged(f"no lossless routes {', '.join(IN_A_STEP)}")
    for route in known:
        await subscribed(peer, route)
    # While one of them catches up, no order is promised.
    await peer.during(peer.waits.quiet_s)
    await peer.pong()
    begin = len(peer.heard)
    await peer.during(peer.waits.listen_s)
    places = [_place(frame) for frame in peer.heard[begin:] if _is_live(frame)]
    if len({rank for _, rank in places}) < len(IN_A_STEP):
        raise NotJudged(f"no step came in {peer.waits.listen_s:g} s that touches all three")
    expect(places == sorted(places), "steps in order, inside one orders first", places)


def _is_live(frame: Frame) -> bool:
    return frame["type"].endswith(".update") and "step" in payload_of(frame)


def _place(frame: Frame) -> tuple[int, int]:
    return payload_of(frame)["step"], IN_A_STEP[frame["type"].removesuffix(".update")]
