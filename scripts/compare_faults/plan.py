"""Which fault comes when: the same for every server, drawn from a seed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

NETWORK = ("reset", "close", "throttle", "delay", "refuse")
SERVER = ("kill", "suspend")
POSITIONS = 4
"""Clients that faults of the network may meet, of each kind."""


@dataclass(frozen=True)
class Fault:
    """`at_s` from the start; `position` is -1 where the server fails."""

    at_s: float
    kind: str
    seconds: float = 0.0
    position: int = -1


@dataclass(frozen=True)
class Plan:
    """What is done to a server and its clients, and when events end."""

    faults: Sequence[Fault]
    seconds: float
    calm: tuple[float, float]
    """Between these nothing holds a reader up."""
    stalled: tuple[float, float]
    """Between these one reader takes nothing."""


def full(seed: int) -> Plan:
    """Return 150 s: kills, a stop, single cuts, a stall, half-open connections, a refusal."""
    singles = _singles(random.Random(seed), until_s=65.0)
    stalled = (75.0, 105.0)
    rare = [
        Fault(12, "kill", 1.5),
        Fault(28, "kill", 8.0),
        Fault(48, "suspend", 6.0),
        Fault(stalled[0], "stall", stalled[1] - stalled[0], 2),
        Fault(110, "half-open", 0, 0),
        Fault(112, "refuse", 10.0, 3),
    ]
    faults = sorted([*singles, *rare], key=lambda fault: fault.at_s)
    return Plan(faults, 150.0, calm=(68.0, 75.0), stalled=stalled)


def short(seed: int) -> Plan:
    """Return a few seconds: single cuts, a refusal, and a kill."""
    singles = _singles(random.Random(seed), until_s=2.5)
    rare = [Fault(0.5, "refuse", 1.5, 0), Fault(2.5, "kill", 0.2)]
    faults = sorted([*singles, *rare], key=lambda fault: fault.at_s)
    return Plan(faults, 4.0, calm=(0.0, 1.0), stalled=(3.0, 4.0))


def _singles(chance: random.Random, until_s: float) -> list[Fault]:
    faults, at_s = [], 1.0
    while at_s < until_s:
        kind, position = chance.choice(NETWORK), chance.randrange(POSITIONS)
        faults.append(Fault(at_s, kind, chance.uniform(0.5, 3.0), position))
        at_s += chance.uniform(1.0, 3.0)
    return faults
