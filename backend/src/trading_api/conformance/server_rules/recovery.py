"""Rules R1 and U1: going on where one was, or with the whole state."""

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import (
    of_topic,
    parts_of_snapshot,
    subscribed,
    updates_after,
)
from trading_api.conformance.server_rules.updates import (
    expect_form,
    expect_numbered,
    expect_of,
)
from trading_api.conformance.verdicts import Broken, NotJudged, expect

MISSED = 3
MOST_MISSED = 1000
# A record that cannot be read now may be read at the next try.
TRIES = 5
FAR = 1_000_000


async def R1_a_position_is_recovered(peer: Peer, route: ServedRoute) -> None:
    answer = await subscribed(peer, route)
    updates = await updates_after(peer, answer, MISSED)
    position = answer["seq"]
    recover = {"epoch": answer["epoch"], "seq": position}
    again = await subscribed(peer, route, recover=recover)
    expect(again["epoch"] == answer["epoch"], f"epoch {answer['epoch']}", again)
    expect(again["recovered"], "recovered true for a position that the server told", again)
    expect(again["seq"] == position and again["snapshot"] == 0, f"seq {position}, no parts", again)
    # Who was silent so long has nothing to say again.
    missed = await updates_after(peer, again, len(updates))
    expect_numbered(missed, position, may_skip=again["delivery"] != "lossless")
    _expect_same(updates, missed)


async def R1_who_goes_on_from_the_beginning_gets_all_or_the_state(
    peer: Peer, route: ServedRoute
) -> None:
    answer = await subscribed(peer, route)
    last = await _last_published(peer, answer)
    if last > MOST_MISSED:
        raise NotJudged(f"more than {MOST_MISSED} updates were published")
    again, missed = await _gone_on(peer, route, {"epoch": answer["epoch"], "seq": 0}, last)
    if again["recovered"]:
        expect_numbered(missed, 0, may_skip=again["delivery"] != "lossless")
    else:
        await _expect_state(peer, again)


async def U1_what_was_missed_comes(peer: Peer, route: ServedRoute) -> None:
    expect_of(route, "lossless")
    answer = await subscribed(peer, route)
    last = await _last_published(peer, answer)
    recover = {"epoch": answer["epoch"], "seq": max(0, last - MOST_MISSED)}
    again, missed = await _gone_on(peer, route, recover, last)
    if not again["recovered"]:
        raise NotJudged(f"seq {recover['seq']} is not recovered")
    expect_numbered(missed, recover["seq"], may_skip=False)


async def _last_published(peer: Peer, answer: Frame) -> int:
    updates = await updates_after(peer, answer, MISSED)
    last: int = updates[-1]["seq"] if updates else answer["seq"]
    if last == 0:
        raise NotJudged("nothing was ever published")
    return last


async def _gone_on(
    peer: Peer, route: ServedRoute, recover: Frame, last: int
) -> tuple[Frame, list[Frame]]:
    """Return the answer to a recover and, when it is recovered, what follows up to `last`."""
    for _ in range(TRIES):
        again = await subscribed(peer, route, recover=recover)
        missed = await _missed(peer, route, again, last) if again["recovered"] else []
        if missed is not None:
            return again, missed
    raise Broken(f"the updates up to seq {last}", f"{TRIES} times the end of the topic")


async def _missed(peer: Peer, route: ServedRoute, answer: Frame, last: int) -> list[Frame] | None:
    """Return what follows the answer up to `last`; None where the server ends it for now."""
    topic, begin = answer["topic"], len(peer.heard)
    may_skip = answer["delivery"] != "lossless"

    def is_over(frame: Frame) -> bool:
        is_last = any(one["seq"] >= last for one in of_topic([frame], topic))
        return is_last or (frame["type"] == route.status and is_end(frame))

    if last <= answer["seq"]:
        return []
    frame = await peer.until(is_over, f"seq {last} of {topic}, or its end")
    updates = of_topic(peer.heard[begin:], topic)
    expect_numbered(updates, answer["seq"], may_skip=may_skip)
    if frame["type"] == route.update:
        return updates
    expect(payload_of(frame).get("temporary") is True, "an end that passes", frame)
    return None


def is_end(status: Frame) -> bool:
    """Tell whether the topic is over."""
    return payload_of(status).get("state") == "ended"


async def R1_an_unknown_epoch_gets_the_state(peer: Peer, route: ServedRoute) -> None:
    again = await subscribed(peer, route, recover={"epoch": "no-such-epoch", "seq": 0})
    await _expect_state(peer, again)


async def R1_a_position_that_was_never_reached_gets_the_state(
    peer: Peer, route: ServedRoute
) -> None:
    answer = await subscribed(peer, route)
    recover = {"epoch": answer["epoch"], "seq": answer["seq"] + FAR}
    await _expect_state(peer, await subscribed(peer, route, recover=recover))


async def _expect_state(peer: Peer, answer: Frame) -> None:
    expect(not answer["recovered"], "recovered false", answer)
    parts = (await parts_of_snapshot(peer, answer))[: answer["snapshot"]]
    marks = [(one.get("snapshot"), one.get("seq")) for one in parts]
    expected = f"{answer['snapshot']} parts with seq {answer['seq']}"
    expect(marks == [(True, answer["seq"])] * answer["snapshot"], expected, marks)


def _expect_same(first: list[Frame], second: list[Frame]) -> None:
    """Expect what has one number to be one thing, whenever it is told; merged ones add up."""
    told = {one["seq"]: one for one in first}
    for one in second:
        expect_form(one)
        before = told.get(one["seq"])
        if before is not None and "skipped" not in one and "skipped" not in before:
            same = (before["payload"], before["ts"]) == (one["payload"], one["ts"])
            expect(same, f"seq {one['seq']} as it was: {before}", one)
