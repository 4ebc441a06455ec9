"""What is raced: the loads, who takes part, and what the product must reach."""

from dataclasses import dataclass
from typing import Literal

PRODUCT = "product"
Figure = Literal["rate", "p50_ms", "p99_ms", "memory_kib", "cost_us", "growth", "seconds"]


@dataclass(frozen=True)
class Load:
    """Clients and what is published to them.

    `turn` topics are published in each turn of the server's loop, `rate` turns a second; 0 is as
    fast as back pressure allows. Clients that stay awake spare the server's send() to wake them.
    """

    connections: int
    topics: int
    topics_each: int = 1
    turn: int = 1
    rate: int = 0
    is_awake: bool = False

    @property
    def listeners(self) -> int:
        """Of each topic."""
        return self.connections * self.topics_each // self.topics


@dataclass(frozen=True)
class Aim:
    """A bound on the product's figure over `peer`'s in the same round, or on the figure itself."""

    figure: Figure
    bound: float
    peer: str | None = None
    is_least: bool = False

    def __str__(self) -> str:
        unit = "" if self.peer else {"memory_kib": " KiB", "seconds": " s"}.get(self.figure, "")
        return f"{'>=' if self.is_least else '<='} {self.bound:g}{unit}"

    def is_met(self, ratio: float) -> bool:
        return ratio >= self.bound if self.is_least else ratio <= self.bound


@dataclass(frozen=True)
class Scenario:
    name: str
    title: str
    load: Load
    contenders: tuple[str, ...]
    aims: tuple[Aim, ...]
    window_s: float = 2.0


def _at_least(peer: str, bound: float) -> Aim:
    return Aim("rate", bound, peer, is_least=True)


# Eight frames a send() show what the load generator can take: it must not be the limit.
EVERYBODY = (PRODUCT, "c", "fastws", "uvicorn", "uvicorn-sansio", "node", "uvloop", "bun")
FAN_OUT = Scenario(
    "fan-out",
    "1 topic to 1,000 connections",
    Load(1_000, 1),
    (*EVERYBODY, "c-joined"),
    (_at_least("c", 0.65), _at_least("fastws", 3.5), _at_least("uvicorn", 2), _at_least("node", 1)),
)
TOPICS = Scenario(
    "topics",
    "100 topics to 10 connections each",
    Load(1_000, 100),
    EVERYBODY,
    (
        _at_least("c", 0.6),
        _at_least("fastws", 4),
        _at_least("uvicorn", 2.2),
        _at_least("node", 0.95),
    ),
)
WATCH_LISTS = Scenario(
    "watch-lists",
    "1,000 clients with 20 of 100 topics each, all published in one turn",
    Load(1_000, 100, topics_each=20, turn=100),
    (PRODUCT, "uvloop-joined", "bun", "node", "uvicorn"),
    (_at_least("uvloop-joined", 0.8), _at_least("bun", 0.55), _at_least("node", 12)),
)
LATENCY = Scenario(
    "latency",
    "1 topic to 1,000 connections, 20 times a second",
    Load(1_000, 1, rate=20),
    EVERYBODY,
    (Aim("p50_ms", 1.6, "c"), Aim("p99_ms", 1.3, "c"), Aim("p99_ms", 0.15, "fastws")),
    window_s=8.0,
)
MEMORY = Scenario(
    "memory",
    "growth an idle subscribed connection, at 2,000",
    Load(2_000, 1),
    EVERYBODY,
    (Aim("memory_kib", 20),),
)
# Ten listeners a topic in both, so that a delivery is the same work.
SMALL = Load(1_000, 100)
AT_SMALL = " at 1,000 and 100"
SCALE = Scenario(
    "scale",
    "cost a delivery: 10,000 connections and 20,000 topics over 1,000 and 100",
    Load(10_000, 20_000, topics_each=20),
    (PRODUCT, "c"),
    # The kernel's own part grows with connections too: the C program shows by how much.
    (Aim("cost_us", 1.3, f"{PRODUCT}{AT_SMALL}"), Aim("growth", 1.3, "c")),
)
START = Scenario(
    "start", "from the command to the first answer", Load(0, 0), (PRODUCT,), (Aim("seconds", 1.5),)
)
IMPORT = Scenario(
    "import", "all of the app's modules", Load(0, 0), (PRODUCT,), (Aim("seconds", 0.6),)
)
SCENARIOS = (FAN_OUT, TOPICS, WATCH_LISTS, LATENCY, MEMORY, SCALE, START, IMPORT)
