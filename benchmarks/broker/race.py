"""The race: orders beside empty requests in turns, by wall clock and by the servers' own time."""

import asyncio
import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from .load import Address, flood, open_rich, orders_of

_names = count(1)


@dataclass(frozen=True)
class Served:
    """A server of the race; `pid` is its process."""

    address: Address
    pid: int

    def processor_s(self) -> float | None:
        """Return the processor time that it has taken; None where the system does not tell."""
        path = Path(f"/proc/{self.pid}/stat")
        if not path.exists():
            return None
        members = path.read_text().rpartition(")")[2].split()
        return (int(members[11]) + int(members[12])) / os.sysconf("SC_CLK_TCK")


@dataclass
class Pace:
    """What a server did in each round: requests a second, processor microseconds a request."""

    speeds: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def run(
        self, server: Served, connections: int, seconds: float, orders: Sequence[bytes]
    ) -> None:
        before = server.processor_s()
        answered, took = asyncio.run(flood(server.address, connections, seconds, orders))
        self.speeds.append(answered / took)
        after = server.processor_s()
        if before is not None and after is not None:
            self.costs.append((after - before) / answered * 1e6)


@dataclass(frozen=True)
class Race:
    """A mix of orders on so many connections, beside empty requests of the same bytes."""

    mix: str
    connections: int
    product: Pace
    empty: Pace

    @property
    def ratios(self) -> list[float]:
        """The product's requests a second over the empty route's, round by round."""
        pairs = zip(self.product.speeds, self.empty.speeds, strict=True)
        return [ours / theirs for ours, theirs in pairs]

    @property
    def line(self) -> str:
        ratios, median = self.ratios, statistics.median
        text = (
            f"{self.mix:6}  {self.connections:11}  {median(self.product.speeds):8,.0f}"
            f"  {median(self.empty.speeds):12,.0f}   {median(ratios):4.0%}"
            f" ({min(ratios):.0%} to {max(ratios):.0%})"
        )
        if not self.product.costs:
            return text
        ours, theirs = median(self.product.costs), median(self.empty.costs)
        return f"{text:64}  {ours:5.0f} and {theirs:3.0f}: {theirs / ours:.0%}"


HEADING = (
    "mix     connections  orders/s  empty POST/s   ratio (least to most)"
    "    processor us a request of both, ratio"
)


def race(
    product: Served, empty: Served, mix: str, connections: int, rounds: tuple[int, float]
) -> Race:
    """Run both in turns; `rounds` are how many, and the seconds of each."""
    found = Race(mix, connections, Pace(), Pace())
    for number in range(rounds[0]):
        account_id = f"{mix}-{next(_names)}"
        asyncio.run(open_rich(product.address, account_id))
        orders = orders_of(mix, account_id)
        racers = [(found.product, product), (found.empty, empty)]
        for pace, server in racers if number % 2 else reversed(racers):
            pace.run(server, connections, rounds[1], orders)
    return found
