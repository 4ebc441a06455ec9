"""What many judgements do: subscribe to a route, and read what follows."""

from collections.abc import Callable
from typing import Any

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.verdicts import Broken, NotJudged

OK_MEMBERS: dict[str, type] = {
    "message": str, "topic": str, "delivery": str, "epoch": str, "seq": int, "snapshot": int,
    "recovered": bool, "held": bool,
}  # fmt: skip


def params_of(route: ServedRoute) -> dict[str, Any]:
    """Return what to subscribe with.

    Raises:
        NotJudged: nobody has said.
    """
    if route.params is None:
        why = f"the document shows no example of its params: add --route {route.name} --params JSON"
        raise NotJudged(why)
    return route.params


async def subscribed(
    peer: Peer, route: ServedRoute, params: dict[str, Any] | None = None, **members: Any
) -> Frame:
    """Subscribe; return the payload of the ok response, whose members have their types.

    Raises:
        NotJudged: the server refuses it, which it may.
    """
    payload = params_of(route) if params is None else params
    answer = await peer.ask(route.subscribe, payload, **members)
    return checked_ok(answer)


def checked_ok(answer: Frame) -> Frame:
    """Return the payload of a response to a subscribe that is ok."""
    if answer.get("status") == "error":
        raise NotJudged(f"the server refuses it: {answer.get('code')}, {answer.get('message')}")
    for name, type_ in OK_MEMBERS.items():
        if answer.get("status") != "ok" or type(answer.get(name)) is not type_:
            raise Broken(f"status ok, and {name} as {type_.__name__}", answer)
    return answer


def of_topic(frames: list[Frame], topic: str) -> list[Frame]:
    """Return the payloads of the updates of a topic, parts of snapshots included."""
    payloads = (payload_of(frame) for frame in frames if frame["type"].endswith(".update"))
    updates = [one for one in payloads if one.get("topic") == topic]
    for one in updates:
        if type(one.get("seq")) is not int:
            raise Broken("an update with seq, an integer", one)
    return updates


async def parts_of_snapshot(peer: Peer, answer: Frame) -> list[Frame]:
    """Wait for the parts that the response has announced; return all updates since then."""
    topic, begin = answer["topic"], _after_response(peer, answer)
    if answer["snapshot"]:
        wanted = f"{answer['snapshot']} parts of a snapshot"
        await peer.until(
            lambda _: len(of_topic(peer.heard[begin:], topic)) >= answer["snapshot"], wanted
        )
    return of_topic(peer.heard[begin:], topic)


async def updates_after(peer: Peer, answer: Frame, count: int) -> list[Frame]:
    """Listen for so many updates after the snapshot; return those that came in time."""
    parts, topic = answer["snapshot"], answer["topic"]
    await parts_of_snapshot(peer, answer)
    begin = _after_response(peer, answer)

    def enough(_: object) -> bool:
        wanted: int = parts + count
        return len(of_topic(peer.heard[begin:], topic)) >= wanted

    if not enough(None):
        await peer.during(peer.waits.listen_s, enough)
    return of_topic(peer.heard[begin:], topic)[parts:]


async def updates_until(peer: Peer, answer: Frame, is_last: Callable[[Frame], bool]) -> list[Frame]:
    """Return the updates after the snapshot, up to one that is owed; `is_last` hears each once.

    Raises:
        NoAnswer: it does not come.
    """
    topic, begin = answer["topic"], _after_response(peer, answer)

    def is_over(frame: Frame) -> bool:
        return any(is_last(one) for one in of_topic([frame], topic))

    if not any(is_over(frame) for frame in peer.heard[begin:]):
        await peer.until(is_over, f"what was published of {topic}")
    return of_topic(peer.heard[begin:], topic)[answer["snapshot"] :]


def _after_response(peer: Peer, answer: Frame) -> int:
    return next(at for at, one in enumerate(peer.heard) if one.get("payload") is answer) + 1
