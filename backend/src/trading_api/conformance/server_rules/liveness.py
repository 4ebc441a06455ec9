"""Rule C1: who only listens is asked for life, and not cut. It takes half a minute."""

from trading_api.conformance.peer import Peer
from trading_api.conformance.verdicts import expect

# A ping comes after 20 s, and 10 s later whoever showed no life is cut.
OBSERVED_S = 35.0


async def C1_a_client_that_only_listens_is_asked_for_life_and_not_cut(peer: Peer) -> None:
    await peer.pong()
    await peer.during(OBSERVED_S)
    await peer.pong()
    expect(peer.pings > 0, f"a ping of the protocol in {OBSERVED_S:g} s", "none")
