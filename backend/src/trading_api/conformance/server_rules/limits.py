"""Rule E3: how many mistakes are too many."""

from trading_api.conformance.peer import Peer
from trading_api.conformance.verdicts import NoAnswer, NotJudged, expect

TOLERATED = 99
CLOSED_WITH = 4508


async def E3_ninety_nine_bad_frames_are_tolerated(peer: Peer) -> None:
    await peer.send([{"type": "nothing"}] * TOLERATED)
    before = await peer.pong()
    errors = [frame for frame in before if frame["type"] == "error"]
    expect(len(errors) == TOLERATED, f"{TOLERATED} errors", len(errors))


async def E3_a_hundred_bad_frames_close_with_4508(peer: Peer) -> None:
    await peer.send([{"type": "nothing"}] * (TOLERATED + 1))
    try:
        came = await peer.close_code("a hundred unknown types")
    except NoAnswer as silent:
        if len(peer.heard) <= TOLERATED:
            raise NotJudged("a hundred answers took too long to be within 10 s") from silent
        raise
    expect(came == CLOSED_WITH, f"a close with {CLOSED_WITH}", came)
