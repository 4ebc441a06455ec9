"""Rules E2 and E3: how fast is read, and how many mistakes are too many."""

import asyncio

from trading_api.conformance.peer import Peer
from trading_api.conformance.verdicts import NoAnswer, NotJudged, expect

CLOSED_WITH = 4508
MISTAKE = {"type": "nothing"}
# Long enough to save up, if that could be done without bound, and then to be made to wait.
SAVED_S = PACED_S = 2.0


async def E3_one_bad_frame_less_is_tolerated(peer: Peer) -> None:
    tolerated = peer.stated.bad_frames - 1
    await peer.send([MISTAKE] * tolerated)
    before = await peer.pong()
    errors = [frame for frame in before if frame["type"] == "error"]
    expect(len(errors) == tolerated, f"{tolerated} errors", len(errors))


async def E3_too_many_bad_frames_close_with_4508(peer: Peer) -> None:
    await peer.send([MISTAKE] * (peer.stated.bad_frames - 1))
    await peer.send(MISTAKE)
    await expect_abuse(peer, "unknown types")


async def E2_frames_beyond_the_pace_are_read_later(peer: Peer) -> None:
    await peer.pong()
    await peer.during(SAVED_S)
    clock = asyncio.get_running_loop()
    count = peer.stated.frames_burst + int(PACED_S * peer.stated.frames_per_s)
    began_s = clock.time()
    for number in range(count):
        await peer.send({"type": "ping", "id": number})
    await peer.until(lambda frame: frame.get("id") == count - 1, f"{count} pings")
    took_s = clock.time() - began_s
    expect(took_s > 0.9 * PACED_S, f"{count} frames read in {PACED_S:g} s or more", took_s)


async def expect_abuse(peer: Peer, cause: str) -> None:
    """Expect an answer to each of too many mistakes, then the close that rule E3 asks for."""
    mistakes = peer.stated.bad_frames
    try:
        came = await peer.close_code(f"{mistakes} {cause}")
    except NoAnswer as silent:
        if len(peer.heard) < mistakes:
            window_s = peer.stated.bad_frames_s
            why = f"{mistakes} answers took too long to be within {window_s:g} s"
            raise NotJudged(why) from silent
        raise
    expect(came == CLOSED_WITH, f"a close with {CLOSED_WITH}", came)
    expect(len(peer.heard) == mistakes, f"{mistakes} answers before the close", len(peer.heard))
