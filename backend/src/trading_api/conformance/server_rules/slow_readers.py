"""Rules S1, U1, U2 and U3 for a client that stops to read, and reads on."""

from typing import Any

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import of_topic, params_of, updates_until
from trading_api.conformance.server_rules.not_reading import not_reading
from trading_api.conformance.server_rules.updates import expect_numbered, expect_of
from trading_api.conformance.verdicts import NotJudged, expect


async def S1_what_was_held_back_does_not_follow_the_end(peer: Peer, route: ServedRoute) -> None:
    async with not_reading(peer, route) as (slow, answer):
        leave = {"type": route.unsubscribe, "id": "leave", "payload": params_of(route)}
        await slow.send(leave)
        # Time to read it; then nothing may be owed any more.
        await peer.pong()
        await peer.during(peer.waits.quiet_s)
        slow.read_on()
        await slow.response(route.unsubscribe, "leave")
        heard = len(slow.heard)
        await slow.during(slow.waits.quiet_s)
        late = of_topic(slow.heard[heard:], answer["topic"])
        expect(not late, "no update after the response to unsubscribe", late)


async def U1_who_stops_to_read_misses_nothing(peer: Peer, route: ServedRoute) -> None:
    answer, updates = await _caught_up(peer, route, "lossless")
    expect_numbered(updates, answer["seq"], may_skip=False)


async def U2_who_stops_to_read_gets_the_newest_of_each_key(peer: Peer, route: ServedRoute) -> None:
    answer, updates = await _caught_up(peer, route, "latest")
    expect_numbered(updates, answer["seq"], may_skip=True)
    _expect_skipped(updates)


async def U3_who_stops_to_read_gets_what_is_held(peer: Peer, route: ServedRoute) -> None:
    answer, updates = await _caught_up(peer, route, "recent")
    expect_numbered(updates, answer["seq"], may_skip=True)
    _expect_skipped(updates)
    silent = [one for one in updates if "skipped" in one and "gap" not in one]
    expect(not silent, "a gap where something was skipped", silent)


async def _caught_up(peer: Peer, route: ServedRoute, delivery: str) -> tuple[Frame, list[Frame]]:
    """Return the answer and the updates of who did not read, up to the newest of each key."""
    expect_of(route, delivery)
    async with not_reading(peer, route) as (slow, answer):
        published = of_topic(peer.heard, answer["topic"])
        # A later update of the same key will do.
        due = {_key(route, one): one["seq"] for one in published if one["seq"] > answer["seq"]}

        def is_last(update: Frame) -> bool:
            if update["seq"] >= due.get(_key(route, update), update["seq"] + 1):
                del due[_key(route, update)]
            # What is no longer held does not come.
            return not due or (route.held is not None and "gap" in update)

        slow.read_on()
        await updates_until(slow, answer, is_last)
        # What left in one piece with the last comes before this answer.
        await slow.pong()
        return answer, of_topic(slow.heard, answer["topic"])[answer["snapshot"] :]


def _key(route: ServedRoute, update: Frame) -> Any:
    return None if route.key is None else payload_of(update).get(route.key)


def _expect_skipped(updates: list[Frame]) -> None:
    """Expect a gap to be told only where something is missing; without that nothing is judged."""
    if not any("skipped" in one for one in updates):
        raise NotJudged("nothing had to be held back")
    unfounded = [one for one in updates if "gap" in one and "skipped" not in one]
    expect(not unfounded, "a gap only where something was skipped", unfounded)
