"""Rule C2: which close codes end it all, and what a close says."""

from trading_api.conformance.peer import NO_CODE, Peer
from trading_api.conformance.server_rules.limits import MISTAKE
from trading_api.conformance.verdicts import NotJudged, expect

TERMINAL = {1008, 1009, *range(4500, 5000)}


async def C2_the_document_says_which_codes_are_terminal(peer: Peer) -> None:
    stated = peer.stated.close_codes
    if not stated:
        raise NotJudged("the document lists no close codes")
    wrong = {code: one for code, one in stated.items() if one["terminal"] != (code in TERMINAL)}
    expect(not wrong, "1008, 1009 and 4500 to 4999 as terminal, and no other", wrong)


async def C2_a_close_gives_its_reason(peer: Peer) -> None:
    await peer.send([MISTAKE] * peer.stated.bad_frames)
    code, reason = await peer.closed("too many mistakes")
    if code == NO_CODE:
        raise NotJudged("the connection was cut without a close frame")
    expected = peer.stated.close_codes.get(code, {}).get("reason", reason)
    expect(reason == expected != "", f"reason {expected or 'of a few words'!r}", reason)
