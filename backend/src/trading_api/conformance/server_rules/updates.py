"""Rules U1, U2 and U3: the numbers of the updates, as the route's delivery promises them."""

from trading_api.conformance.peer import Frame, Peer
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import of_topic, subscribed, updates_after
from trading_api.conformance.verdicts import NotJudged, expect

ENOUGH = 8
# Below it, a time is in seconds.
FIRST_MS = 10**12


async def U1_lossless_updates_come_once_and_in_order(peer: Peer, route: ServedRoute) -> None:
    answer, updates = await _heard(peer, route, "lossless")
    expect_numbered(updates, answer["seq"], may_skip=False)
    gaps = [one for one in updates if "gap" in one]
    expect(not gaps, "no gap on a lossless route", gaps)


async def U2_latest_updates_ascend_and_count_what_they_skip(peer: Peer, route: ServedRoute) -> None:
    answer, updates = await _heard(peer, route, "latest")
    expect_numbered(updates, answer["seq"], may_skip=True)
    if route.key is not None:
        keyless = [one for one in updates if route.key not in one["payload"]]
        expect(not keyless, f"a payload with the key {route.key}", keyless)


async def U3_recent_updates_ascend_and_tell_of_gaps(peer: Peer, route: ServedRoute) -> None:
    answer, updates = await _heard(peer, route, "recent")
    expect_numbered(updates, answer["seq"], may_skip=True)
    silent = [one for one in updates if ("skipped" in one) != ("gap" in one)]
    expect(not silent, "skipped and gap together", silent)


async def U2_a_series_shows_its_newest_alone(peer: Peer, route: ServedRoute) -> None:
    expect_of(route, "latest")
    if route.held is None or route.key is None:
        raise NotJudged("no route is a series: a key of which so many are held")
    answer = await subscribed(peer, route)
    await updates_after(peer, answer, ENOUGH)
    again = await subscribed(peer, route, recover={"epoch": "", "seq": 0})
    expect(again["snapshot"] <= 1, "the newest alone as the state", again)


async def U3_no_more_is_held_than_the_document_states(peer: Peer, route: ServedRoute) -> None:
    expect_of(route, "recent")
    if route.held is None:
        raise NotJudged("the document does not state how many updates are held")
    answer = await subscribed(peer, route)
    await updates_after(peer, answer, route.held + ENOUGH)
    again = await subscribed(peer, route, recover={"epoch": "", "seq": 0})
    expect(again["snapshot"] <= route.held, f"at most {route.held} parts", again)


async def U3_who_missed_nothing_gets_nothing_again(peer: Peer, route: ServedRoute) -> None:
    answer = await subscribed(peer, route)
    updates = await updates_after(peer, answer, 1)
    if not updates:
        raise NotJudged(f"no update came in {peer.waits.listen_s:g} s")
    recover = {"epoch": answer["epoch"], "seq": updates[-1]["seq"]}
    again = await subscribed(peer, route, recover=recover)
    await peer.during(peer.waits.quiet_s)
    begin = peer.heard.index(next(one for one in peer.heard if one.get("payload") is again))
    late = of_topic(peer.heard[begin:], answer["topic"])
    repeated = [one for one in late if again["recovered"] and one["seq"] <= recover["seq"]]
    expect(not repeated, f"nothing up to seq {recover['seq']}", repeated)


def expect_of(route: ServedRoute, delivery: str) -> None:
    """Judge only where the document does not say that the route is delivered otherwise."""
    if route.delivery not in (None, delivery):
        raise NotJudged(f"no route is {delivery}")


def expect_numbered(updates: list[Frame], position: int, *, may_skip: bool) -> None:
    """Expect updates that go on after `position`."""
    for one in updates:
        expect_form(one)
        skipped = one.get("skipped", 0)
        # An absent count is none; a count of none is absent.
        counts = "skipped" not in one or (may_skip and type(skipped) is int and skipped > 0)
        expect(counts, "skipped above 0 or absent" if may_skip else "nothing skipped", one)
        due = position + 1 + skipped
        expect(one["seq"] == due, f"seq {due} after seq {position}", one)
        position = one["seq"]


def expect_form(update: Frame) -> None:
    """Expect the members that every update has."""
    numbers = [type(update.get(name)) is int for name in ("seq", "ts")]
    expect(all(numbers), "an update with seq and ts, integers", update)
    expect(update["ts"] >= FIRST_MS, "ts in Unix ms", update)
    expect("payload" in update, "an update with a payload", update)


async def _heard(peer: Peer, route: ServedRoute, delivery: str) -> tuple[Frame, list[Frame]]:
    expect_of(route, delivery)
    answer = await subscribed(peer, route)
    if answer["delivery"] != delivery:
        raise NotJudged(f"no route is {delivery}")
    updates = await updates_after(peer, answer, ENOUGH)
    for part in of_topic(peer.heard, answer["topic"])[: answer["snapshot"]]:
        expect_form(part)
    if not updates:
        raise NotJudged(f"no update came in {peer.waits.listen_s:g} s; --listen waits longer")
    return answer, updates
