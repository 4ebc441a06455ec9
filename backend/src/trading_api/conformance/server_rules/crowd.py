"""Rule E2: how many connections; nobody else comes in meanwhile, so it is judged alone."""

from contextlib import AsyncExitStack

from trading_api.conformance.peer import Peer
from trading_api.conformance.server_rules.handshakes import status_of
from trading_api.conformance.verdicts import NoAnswer, expect

FULL = 503


async def E2_one_connection_too_many_is_refused(peer: Peer) -> None:
    limit = peer.stated.connections
    async with AsyncExitStack() as crowd:
        # The judge is one already.
        for _ in range(limit - 1):
            try:
                await crowd.enter_async_context(peer.another())
            except NoAnswer:
                break
        status = await status_of(peer)
    expect(status == FULL, f"{FULL} for one of {limit + 1} connections", status)
