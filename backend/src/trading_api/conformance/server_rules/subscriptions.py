"""Rules S1, S3 and S5: subscribing, holding, leaving, and the state that comes first."""

from trading_api.conformance.peer import Frame, Peer
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import (
    checked_ok,
    of_topic,
    params_of,
    parts_of_snapshot,
    subscribed,
    updates_after,
)
from trading_api.conformance.verdicts import expect


async def S1_the_response_comes_before_the_updates(peer: Peer, route: ServedRoute) -> None:
    answer = await subscribed(peer, route)
    at = next(at for at, frame in enumerate(peer.heard) if frame.get("payload") is answer)
    early = of_topic(peer.heard[:at], answer["topic"])
    expect(not early, "no update before the response", early)


async def S1_after_leaving_nothing_follows(peer: Peer, route: ServedRoute) -> None:
    answer = await subscribed(peer, route)
    await updates_after(peer, answer, 1)
    left = await peer.ask(route.unsubscribe, params_of(route))
    expect(left.get("status") == "ok", "status ok", left)
    expect(left.get("topic") == answer["topic"], answer["topic"], left)
    heard = len(peer.heard)
    await peer.during(peer.waits.quiet_s)
    late = of_topic(peer.heard[heard:], answer["topic"])
    expect(not late, "no update after the response to unsubscribe", late)


async def S1_requests_of_a_topic_are_answered_in_order(peer: Peer, route: ServedRoute) -> None:
    params = params_of(route)
    types = [route.subscribe, route.unsubscribe, route.subscribe, route.unsubscribe]
    await peer.send(
        [{"type": one, "id": f"r{at}", "payload": params} for at, one in enumerate(types)]
    )
    await peer.until(lambda frame: frame.get("id") == "r3", "four requests of a topic")
    answers = [frame for frame in peer.heard if frame["type"].endswith(".response")]
    ids = [frame.get("id") for frame in answers]
    expect(ids == ["r0", "r1", "r2", "r3"], "answers r0, r1, r2, r3", ids)
    checked_ok(answers[0]["payload"])
    done = [frame["payload"].get("status") for frame in answers]
    expect(done == ["ok"] * 4, "four times ok", done)


async def S3_a_second_subscribe_changes_nothing(peer: Peer, route: ServedRoute) -> None:
    first = await subscribed(peer, route)
    await updates_after(peer, first, 1)
    second = await subscribed(peer, route)
    sent = of_topic(peer.heard, first["topic"])
    expect(second["held"] is True and second["snapshot"] == 0, "held, snapshot 0", second)
    last = sent[-1]["seq"] if sent else first["seq"]
    expect(second["seq"] == last, f"seq {last}, the last one sent", second)
    expect(second["epoch"] == first["epoch"], f"epoch {first['epoch']}", second)
    heard = len(peer.heard)
    await peer.during(peer.waits.quiet_s)
    parts = [one for one in of_topic(peer.heard[heard:], first["topic"]) if "snapshot" in one]
    expect(not parts, "no snapshot of what is held", parts)


async def S3_a_recover_restarts_what_is_held(peer: Peer, route: ServedRoute) -> None:
    await subscribed(peer, route)
    again = await subscribed(peer, route, recover={"epoch": "", "seq": 0})
    expect(not again["held"] and not again["recovered"], "neither held nor recovered", again)
    # What the first subscription still had to say came before this answer.
    parts = await parts_of_snapshot(peer, again)
    flagged = [one.get("snapshot") for one in parts[: again["snapshot"]]]
    expect(all(flagged), f"{again['snapshot']} parts of the state", flagged)


async def S3_leaving_what_is_not_held_is_refused(peer: Peer, route: ServedRoute) -> None:
    params = params_of(route)
    await subscribed(peer, route)
    await peer.ask(route.unsubscribe, params)
    answer = await peer.ask(route.unsubscribe, params)
    is_refused = answer.get("status") == "error" and answer.get("code") == "not_subscribed"
    expect(is_refused, "status error, code not_subscribed", answer)


async def S5_the_response_tells_the_position(peer: Peer, route: ServedRoute) -> None:
    answer = await subscribed(peer, route)
    counts = answer["seq"] >= 0 and answer["snapshot"] >= 0 and answer["epoch"] != ""
    expect(counts, "seq and snapshot of 0 or more, and an epoch", answer)
    expect(not answer["recovered"] and not answer["held"], "neither recovered nor held", answer)
    declared = route.delivery or answer["delivery"]
    expect(answer["delivery"] == declared, f"delivery {declared}", answer)


async def S5_the_announced_state_comes_first(peer: Peer, route: ServedRoute) -> None:
    if await _expect_state_first(peer, await subscribed(peer, route)):
        # By now the topic has a state.
        again = await subscribed(peer, route, recover={"epoch": "", "seq": 0})
        await _expect_state_first(peer, again)


async def _expect_state_first(peer: Peer, answer: Frame) -> list[Frame]:
    """Expect the state and then updates; returns these."""
    begin = next(at for at, frame in enumerate(peer.heard) if frame.get("payload") is answer)
    later = await updates_after(peer, answer, 2)
    parts = of_topic(peer.heard[begin:], answer["topic"])[: answer["snapshot"]]
    marks = [(one.get("snapshot"), one.get("seq")) for one in parts]
    announced = [(True, answer["seq"])] * answer["snapshot"]
    expect(marks == announced, f"{len(announced)} parts with seq {answer['seq']}", marks)
    flagged = [one for one in later if "snapshot" in one]
    expect(not flagged, f"no more than {answer['snapshot']} parts", flagged)
    behind = [one for one in later if one.get("seq", 0) <= answer["seq"]]
    expect(not behind, f"updates after seq {answer['seq']}", behind)
    return later
