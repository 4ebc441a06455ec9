"""Rule C1: who is asked for life, who is cut, and what waits in the kernel of who does not read."""

import json

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.server_rules.not_reading import MOST_IN_KERNEL, fill, server_clock_ms
from trading_api.conformance.verdicts import expect

# What a server may leave to the kernel of one connection beside the outbox.
BOUNDED_IN_KERNEL = 1024 * 1024
# More frames than may be treated while a connection is watched, of as few bytes as can be.
UNREAD_FRAMES = 6000


async def C1_a_client_that_only_listens_is_asked_for_life_and_not_cut(peer: Peer) -> None:
    watched_s = _watched_s(peer)
    await peer.pong()
    await peer.during(watched_s)
    await peer.pong()
    expect(peer.pings > 0, f"a ping of the protocol in {watched_s:g} s", "none")


async def C1_who_shows_no_life_is_cut(peer: Peer) -> None:
    await peer.pong()
    peer.fall_silent()
    await peer.close_code("a ping that was not answered", _watched_s(peer))


async def C1_whose_frames_are_read_later_is_not_cut(peer: Peer) -> None:
    # What lies before it keeps the pong from being read.
    for _ in range(UNREAD_FRAMES):
        await peer.send({"type": "ping"})
    await peer.during(_watched_s(peer))
    expect(len(peer.heard) < UNREAD_FRAMES, "frames that are read later", len(peer.heard))


async def C1_what_waits_for_who_does_not_read_is_bounded(peer: Peer) -> None:
    most = peer.stated.outbox_bytes + BOUNDED_IN_KERNEL
    async with peer.another(is_narrow=True) as slow:
        slow.stall()
        await fill(slow, peer.stated.outbox_bytes + MOST_IN_KERNEL)
        await peer.during(peer.waits.listen_s)
        now_ms = await server_clock_ms(peer)
        slow.read_on()
        await slow.pong()
        waited = [frame for frame in slow.heard if payload_of(frame)["ts"] <= now_ms]
    size = sum(map(_size, waited))
    expect(size <= most, f"at most {most} bytes of answers that nobody reads", size)


def _watched_s(peer: Peer) -> float:
    """Return after which time who showed no life is cut, and somewhat more."""
    due_s = peer.stated.ping_interval_s + peer.stated.ping_timeout_s
    return due_s + peer.stated.ping_timeout_s / 2


def _size(frame: Frame) -> int:
    return len(json.dumps(frame, separators=(",", ":")))
