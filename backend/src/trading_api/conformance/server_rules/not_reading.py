"""What many judgements do: a client stops to read, and another one tells what it misses."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from trading_api.conformance.peer import Frame, Peer, payload_of
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import of_topic, parts_of_snapshot, subscribed
from trading_api.conformance.verdicts import NotJudged

# A part of the outbox: more than a kernel holds, and room is left, so that requests are read.
FILLED_SHARE = 4
# What a kernel may hold of one connection where nobody bounds it.
MOST_IN_KERNEL = 3 * 1024 * 1024
# What comes for a ping with the longest id.
ANSWER_BYTES = 128
LEAST = 3
MISSED = 30


@asynccontextmanager
async def not_reading(witness: Peer, route: ServedRoute) -> AsyncIterator[tuple[Peer, Frame]]:
    """Yield a subscriber that does not read while updates are published, and what it was answered.

    Raises:
        NotJudged: too little was published meanwhile.
    """
    seen = await subscribed(witness, route)
    async with witness.another(is_narrow=True) as slow:
        answer = await subscribed(slow, route)
        await parts_of_snapshot(slow, answer)
        slow.stall()
        await fill(slow, slow.stated.outbox_bytes // FILLED_SHARE)
        try:
            await _published(witness, seen["topic"], MISSED + (route.held or 0))
            yield slow, answer
        finally:
            # Who does not read does not hear the close either.
            slow.read_on()


async def fill(peer: Peer, size: int) -> None:
    """Ask for answers of so many bytes."""
    count = size // ANSWER_BYTES
    pings = [{"type": "ping", "id": f"{number:064}"} for number in range(count)]
    at_once = min(peer.stated.frames_per_array, peer.stated.frame_bytes // ANSWER_BYTES)
    for begin in range(0, count, at_once):
        await peer.send(pings[begin : begin + at_once])


async def server_clock_ms(peer: Peer) -> int:
    """Return what the server's clock says now."""
    await peer.pong()
    now_ms: int = payload_of(peer.heard[-1])["ts"]
    return now_ms


async def _published(witness: Peer, topic: str, count: int) -> None:
    # What was published while the pings were on their way may have found room.
    await witness.pong()
    begin = len(witness.heard)

    def heard() -> int:
        return len(of_topic(witness.heard[begin:], topic))

    await witness.during(witness.waits.listen_s, lambda _: heard() >= count)
    if heard() < LEAST:
        raise NotJudged(f"fewer than {LEAST} updates in {witness.waits.listen_s:g} s")
