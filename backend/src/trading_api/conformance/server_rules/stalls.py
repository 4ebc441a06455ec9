"""Rules E3 and U1 where it takes as long as a limit says."""

from trading_api.conformance.peer import NO_CODE, Peer, payload_of
from trading_api.conformance.server_rules.limits import MISTAKE
from trading_api.conformance.server_rules.not_reading import (
    ANSWER_BYTES,
    MOST_IN_KERNEL,
    fill,
    server_clock_ms,
)
from trading_api.conformance.verdicts import NoAnswer, NotJudged, expect

CLOSED_WITH = 4008
# So often so many answers are read, in twice the time that a socket may accept nothing: each time
# more than the kernels hold, so that the server's socket accepts something.
BITES, BITE = 8, 500


async def E3_mistakes_are_forgotten_after_their_window(peer: Peer) -> None:
    half = peer.stated.bad_frames // 2
    await peer.send([MISTAKE] * half)
    await peer.pong()
    await peer.during(peer.stated.bad_frames_s + 1)
    await peer.send([MISTAKE] * half)
    await peer.pong()


async def U1_who_takes_nothing_for_too_long_is_closed_with_4008(peer: Peer) -> None:
    async with peer.another(is_narrow=True) as slow:
        stalled_s = 2 * slow.stated.send_stall_s
        slow.stall()
        await fill(slow, slow.stated.outbox_bytes + MOST_IN_KERNEL)
        await peer.during(stalled_s)
        now_ms = await server_clock_ms(peer)
        slow.read_on()
        try:
            came = await slow.close_code(f"{stalled_s:g} s in which nothing is read")
        except NoAnswer as silent:
            if payload_of(slow.heard[-1])["ts"] <= now_ms:
                raise NotJudged("all answers found room: nothing had to wait") from silent
            raise
    if came == NO_CODE:
        raise NotJudged("the connection was cut without a close frame")
    expect(came == CLOSED_WITH, f"a close with {CLOSED_WITH}", came)


async def U1_who_takes_a_little_now_and_then_is_kept(peer: Peer) -> None:
    async with peer.another(is_narrow=True) as slow:
        slow.stall()
        await fill(slow, BITES * BITE * ANSWER_BYTES)
        for _ in range(BITES):
            await peer.during(2 * slow.stated.send_stall_s / BITES)
            slow.read_on()
            for _ in range(BITE):
                await slow.until(lambda frame: True, "something to read")
            slow.stall()
        slow.read_on()
        await slow.pong()
