"""Hostile input: bad frames over many connections, each below the limit of rule E3, then beyond it.

Every message is answered, nobody is closed, nobody else is disturbed, and nothing is left behind.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from websockets.exceptions import ConnectionClosed

from .frames import FrameMaker, Message
from .peers import CountingPeer, HealthyPeer, healthy_peer, open_socket
from .process import Holdings, ServerProcess

# Rule E3 closes at the 100th bad answer within 10 s.
ANSWERS_EACH = 95
BEYOND_E3 = 150
ABUSE = 4508
WARM_UPS = 4
RSS_TOLERANCE = 0.05


@dataclass(frozen=True)
class Flood:
    """What a run came to."""

    messages: int
    expected: int
    answered: int
    closed: int
    abuse_closed_with: int | None
    abuse_answers: int
    healthy: HealthyPeer
    before: Holdings
    after: Holdings
    troubles: int

    @property
    def rss_growth(self) -> float:
        """Growth of the server's memory since it had warmed up, as a fraction."""
        return self.after.rss_bytes / self.before.rss_bytes - 1

    def faults(self) -> Iterator[str]:
        """Yield what the rules do not allow."""
        if self.answered != self.expected:
            yield f"expected {self.expected} answers, got {self.answered}"
        if self.closed:
            yield f"{self.closed} connections were closed below the limit"
        if (self.abuse_closed_with, self.abuse_answers) != (ABUSE, 100):
            yield f"abuse: got {self.abuse_answers} answers, close {self.abuse_closed_with}"
        if self.healthy.disturbances:
            yield f"healthy: {self.healthy.updates} updates, {self.healthy.disturbances[:3]}"
        if self.after.live != self.before.live:
            yield f"left behind: {self.before.live} became {self.after.live}"
        if self.rss_growth > RSS_TOLERANCE:
            yield f"memory grew by {self.rss_growth:.1%}"
        if self.troubles:
            yield f"the server logged {self.troubles} faults"

    def figures(self) -> str:
        return (
            f"{self.messages} messages, {self.answered} of {self.expected} answers, "
            f"{self.closed} closed, abuse closed with {self.abuse_closed_with}; "
            f"healthy: {self.healthy.updates} updates, longest silence "
            f"{self.healthy.longest_silence_s:.2f} s; left: {self.after.live}, "
            f"RSS {self.before.rss_bytes / 2**20:.1f} -> {self.after.rss_bytes / 2**20:.1f} MiB "
            f"({self.rss_growth:+.1%})"
        )


async def flood(server: ServerProcess, *, messages: int, connections: int, seed: int) -> Flood:
    """Send `messages` hostile messages over `connections` connections at once."""
    idle = (await server.holdings()).live
    maker = FrameMaker(seed)
    warm: list[Holdings] = []
    for _ in range(WARM_UPS):
        await _attack(server, _plan(maker, messages, connections))
        warm.append(await server.at_rest(idle))
    # The allocator gives memory back when it likes: the highest of these is what a round needs.
    before = max(warm, key=lambda holdings: holdings.rss_bytes)
    plan = _plan(maker, messages, connections)
    async with healthy_peer(server.ws_url) as healthy:
        answered, closed = await _attack(server, plan)
        code, abuse_answers = await _abuse(server)
    return Flood(
        messages=sum(map(len, plan)),
        expected=sum(message.answers for part in plan for message in part),
        answered=answered,
        closed=closed,
        abuse_closed_with=code,
        abuse_answers=abuse_answers,
        healthy=healthy,
        before=before,
        after=await server.at_rest(before.live),
        troubles=server.troubles(),
    )


def _plan(maker: FrameMaker, messages: int, connections: int) -> list[list[Message]]:
    each = messages // connections
    return [list(maker.messages(each, ANSWERS_EACH)) for _ in range(connections)]


async def _attack(server: ServerProcess, plan: Sequence[Sequence[Message]]) -> tuple[int, int]:
    """Run all parts of a plan at once; return the answers and how many connections were closed."""
    peers = [CountingPeer(await open_socket(server.ws_url)) for _ in plan]
    await asyncio.gather(*(_send(peer, part) for peer, part in zip(peers, plan, strict=True)))
    closed = sum(peer.close_code is not None for peer in peers)
    await asyncio.gather(*(peer.leave(n % 2 == 0) for n, peer in enumerate(peers)))
    return sum(peer.answers for peer in peers), closed


async def _send(peer: CountingPeer, messages: Sequence[Message]) -> None:
    # Who is closed is counted by its close code.
    with suppress(ConnectionClosed):
        for message in messages:
            await peer.socket.send(message.content)
        await peer.answered(sum(message.answers for message in messages))
        # An answer too many would come before this one's.
        await peer.socket.send('{"type":"ping"}')
        await peer.answered(peer.answers + 1)
        peer.answers -= 1


async def _abuse(server: ServerProcess) -> tuple[int | None, int]:
    peer = CountingPeer(await open_socket(server.ws_url))
    with suppress(ConnectionClosed):
        for _ in range(BEYOND_E3):
            await peer.socket.send("no frame")
    await peer.answered(BEYOND_E3)
    code, answers = peer.close_code, peer.answers
    await peer.leave(politely=False)
    return code, answers
