"""Rules F1 to F8 on a connection: what is a frame, and what answers one that is none."""

from typing import Any

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.verdicts import Broken, expect

NO_FRAMES = (
    "hello",
    "",
    '{"type":"ping"',
    '{"type":"ping"}{"type":"ping"}',
    '{"type":"ping","newer":NaN}',
    '{"type":"ping","id":"\\ud800"}',
    "[" * 20_000,
    "1",
    "null",
    "{}",
    '{"type":1}',
    '[{"type":"ping"},1]',
)
LARGEST = 2**53 - 1
USABLE_IDS = ("a", "x" * 64, 0, LARGEST, -LARGEST)
UNUSABLE_IDS: tuple[Any, ...] = ("x" * 65, 1.5, True, None, [], 2**53 + 2)


async def F1_what_is_no_frame_gets_one_invalid_frame(peer: Peer) -> None:
    for text in NO_FRAMES:
        await peer.send_text(text)
        await _one_error(peer, "invalid_frame", text[:40])


async def F1_a_binary_frame_gets_one_invalid_frame(peer: Peer) -> None:
    await peer.send_bytes(b'{"type":"ping"}')
    await _one_error(peer, "invalid_frame", "a binary frame")


async def F2_an_unknown_type_gets_one_unknown_type(peer: Peer) -> None:
    for type_ in ("nothing", "", "nothing.subscribe"):
        await peer.send({"type": type_})
        await _one_error(peer, "unknown_type", f"type {type_!r}")


async def F2_a_bad_ping_gets_one_invalid_frame(peer: Peer) -> None:
    await peer.send({"type": "ping", "payload": {"t": "now"}})
    await _one_error(peer, "invalid_frame", "a ping whose t is text")


async def F3_a_usable_id_is_echoed(peer: Peer) -> None:
    for usable in USABLE_IDS:
        await peer.send({"type": "ping", "id": usable})
        _expect_id(await peer.until(lambda frame: True, f"a ping with id {usable!r}"), usable)


async def F3_a_refusal_echoes_the_id(peer: Peer) -> None:
    await peer.send({"type": "nothing", "id": "refused"})
    _expect_id(await peer.until(lambda frame: True, "an unknown type with an id"), "refused")


async def F3_an_unusable_id_is_not_echoed(peer: Peer) -> None:
    for unusable in UNUSABLE_IDS:
        await peer.send({"type": "ping", "id": unusable})
        frame = await peer.until(lambda frame: True, f"a ping with id {unusable!r}")
        if "id" in frame:
            raise Broken(f"no id in the answer to id {unusable!r}", frame)


async def F4_unknown_members_of_a_frame_are_ignored(peer: Peer) -> None:
    await peer.send({"type": "ping", "id": 1, "newer": {"a": [1]}})
    frame = await peer.until(lambda frame: True, "a ping with a member of a newer client")
    expect(frame["type"] == "pong", "a pong", frame)


async def F5_a_frame_at_the_limit_is_read(peer: Peer) -> None:
    bare = len('{"type": "ping", "pad": ""}')
    limit = peer.stated.frame_bytes
    await peer.send({"type": "ping", "pad": "x" * (limit - bare)})
    await peer.until(lambda frame: frame["type"] == "pong", f"a ping of {limit} bytes")


async def F5_a_frame_beyond_the_limit_closes_with_1009(peer: Peer) -> None:
    limit = peer.stated.frame_bytes
    await peer.send_text("x" * (limit + 1))
    await _expect_close(peer, 1009, f"a frame of {limit + 1} bytes")


async def F5_bytes_are_counted_and_not_characters(peer: Peer) -> None:
    limit = peer.stated.frame_bytes
    await peer.send_text("é" * (limit // 2 + 1))
    await _expect_close(peer, 1009, f"a frame of {limit + 2} bytes, half as many characters")


async def F5_text_that_is_no_utf8_closes_with_1007(peer: Peer) -> None:
    await peer.send_bytes(b"\xff", as_text=True)
    await _expect_close(peer, 1007, "text that is no UTF-8")


async def F6_nothing_comes_before_the_first_frame(peer: Peer) -> None:
    await peer.during(peer.waits.quiet_s)
    heard = [frame for frame in peer.heard if frame["type"] != "server.draining"]
    expect(not heard, "nothing before the client's first frame", heard)


async def F7_an_array_is_answered_in_order(peer: Peer) -> None:
    most = peer.stated.frames_per_array
    await peer.send([{"type": "nothing" if one == 7 else "ping", "id": one} for one in range(most)])
    await peer.until(lambda frame: frame.get("id") == most - 1, f"an array of {most} frames")
    ids = [frame.get("id") for frame in peer.heard]
    expect(ids == list(range(most)), f"answers with ids 0 to {most - 1}", ids)


async def F7_an_array_of_none_or_too_many_gets_one_invalid_frame(peer: Peer) -> None:
    await peer.send([])
    await _one_error(peer, "invalid_frame", "an empty array")
    too_many = peer.stated.frames_per_array + 1
    await peer.send([{"type": "ping"}] * too_many)
    await _one_error(peer, "invalid_frame", f"an array of {too_many} frames")


async def F8_a_ping_is_answered_with_clock_and_contract(peer: Peer) -> None:
    await peer.send({"type": "ping", "id": 1, "payload": {"t": 12345}})
    frame = await peer.until(lambda frame: frame.get("id") == 1, "a ping")
    expect(frame["type"] == "pong", "a pong", frame)
    payload = payload_of(frame)
    expect(payload.get("t") == 12345, "the ping's own t", frame)
    is_clock = type(payload.get("ts")) is int and payload["ts"] > 10**12
    expect(is_clock, "ts in Unix ms", frame)
    number = peer.stated.contract
    expect(payload.get("contract") == number, f"contract {number}", frame)


async def _one_error(peer: Peer, code: str, cause: str) -> None:
    before = len(peer.heard)
    await peer.until(lambda frame: frame["type"] == "error", cause)
    await peer.pong()
    errors = [frame for frame in peer.heard[before:] if frame["type"] == "error"]
    payload = payload_of(errors[0])
    is_whole = isinstance(payload.get("message"), str) and payload.get("temporary") is False
    is_whole = is_whole and payload.get("code") == code
    expect(is_whole and len(errors) == 1, f"one error {code} after {cause}", errors)


async def _expect_close(peer: Peer, code: int, cause: str) -> None:
    came = await peer.close_code(cause)
    expect(came == code, f"a close with {code} after {cause}", came)


def _expect_id(frame: Frame, usable: Any) -> None:
    is_echoed = frame.get("id") == usable and type(frame.get("id")) is type(usable)
    expect(is_echoed, f"id {usable!r} in the answer", frame)
