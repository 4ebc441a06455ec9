"""Rules A1, C1 and E3: who may come in, who is cut and who is not."""

from trading_api.conformance.peer import Peer
from trading_api.conformance.verdicts import NoAnswer, NotJudged, expect

TOLERATED = 99
CLOSED_WITH = 4508


async def A1_a_foreign_page_is_refused(peer: Peer) -> None:
    status = await peer.refusal(origin="https://example.org")
    expect(status == 403, "403 for Origin https://example.org", status)


async def A1_a_foreign_name_of_the_server_is_refused(peer: Peer) -> None:
    status = await peer.refusal(host="example.org")
    expect(status == 403, "403 for Host example.org", status)


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
