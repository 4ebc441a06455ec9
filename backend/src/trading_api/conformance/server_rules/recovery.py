"""Rule R1: going on where one was, or with the whole state."""

from trading_api.conformance.peer import Frame, Peer
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import (
    parts_of_snapshot,
    subscribed,
    updates_after,
)
from trading_api.conformance.server_rules.updates import expect_form, expect_numbered
from trading_api.conformance.verdicts import expect

MISSED = 3
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
    missed = await updates_after(peer, again, max(1, len(updates)))
    expect_numbered(missed, position, may_skip=again["delivery"] != "lossless")
    _expect_same(updates, missed)


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
