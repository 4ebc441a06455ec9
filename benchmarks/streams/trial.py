"""One server and its clients, measured."""

import contextlib
import json
import random
import signal
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass

from .contenders import CONTENDERS, LOAD_GENERATOR, environment
from .processes import GENERATOR_CORE, SERVER_CORE, Process, RaceError
from .scenarios import Load, Scenario

START_S = 60.0
SETTLE_S = 0.3
WARM_UP_S = 0.4


@dataclass(frozen=True)
class Measured:
    """What one window gave; memory is the growth a connection."""

    rate: float = 0.0
    """Deliveries a second that the clients read."""
    cost_us: float = 0.0
    """Of the server's processor, a delivery."""
    growth: float = 0.0
    """Cost a delivery over that of the same server under the small load."""
    p50_ms: float = 0.0
    p99_ms: float = 0.0
    memory_kib: float = 0.0
    seconds: float = 0.0
    server_busy: float = 0.0
    """Share of a core."""
    generator_busy: float = 0.0
    lost: float = 0.0
    """Share of what was published that no client got: a server that folds may withhold."""


class Trial:
    """A running server with all clients connected and subscribed."""

    def __init__(self, server: Process, clients: Process, load: Load, grown_kib: int) -> None:
        self._server = server
        self._clients = clients
        self._load = load
        self._memory_kib = grown_kib / load.connections
        self._received = 0
        self._published = 0

    def measure(self, seconds: float, *, warm_up_s: float = WARM_UP_S) -> Measured:
        """Publish for a while and return what was read of it; may be called again."""
        verb = "latency" if self._load.rate else "measure"
        self._server.signal(signal.SIGUSR2)
        time.sleep(warm_up_s)
        used = self._server.processor_s()
        self._clients.say(f"{verb} {seconds}")
        counted = json.loads(self._clients.hear("", seconds + START_S))
        used = self._server.processor_s() - used
        lost = self._stop()
        return Measured(
            rate=counted["deliveries"] / counted["seconds"],
            cost_us=1e6 * used / max(1, counted["deliveries"]),
            p50_ms=counted["p50_ms"],
            p99_ms=counted["p99_ms"],
            memory_kib=self._memory_kib,
            server_busy=used / counted["seconds"],
            generator_busy=counted["processor_s"] / counted["seconds"],
            lost=lost,
        )

    @contextlib.contextmanager
    def publishing(self) -> Iterator[int]:
        """Publish inside of the block; gives the server's process id."""
        self._server.signal(signal.SIGUSR2)
        yield self._server.pid
        self._stop()

    def idle(self) -> Measured:
        """Return what is known without publishing: the memory."""
        return Measured(memory_kib=self._memory_kib)

    def _stop(self) -> float:
        self._server.signal(signal.SIGUSR2)
        published = int(self._server.hear("published", START_S))
        self._clients.say("drain")
        received: int = json.loads(self._clients.hear("", START_S))["received"]
        due: int = (published - self._published) * self._load.listeners
        came: int = received - self._received
        self._published, self._received = published, received
        return 1 - came / max(1, due)


@contextlib.contextmanager
def running(contender: str, load: Load) -> Iterator[Trial]:
    """Start a contender and connect the load's clients; end both afterwards.

    Raises:
        RaceError: either failed.
    """
    port = _free_port()
    with contextlib.ExitStack() as ending:
        command = CONTENDERS[contender].command(load, port)
        server = Process(command, SERVER_CORE, environment())
        ending.callback(server.end)
        server.hear("listening", START_S)
        time.sleep(SETTLE_S)
        before = server.memory_kib()
        words = [LOAD_GENERATOR, port, load.connections, load.topics, load.topics_each]
        words += ["awake"] if load.is_awake else []
        clients = Process([*map(str, words)], GENERATOR_CORE, {})
        ending.callback(clients.end)
        clients.hear("ready", START_S)
        time.sleep(SETTLE_S)
        yield Trial(server, clients, load, server.memory_kib() - before)


def run_once(contender: str, scenario: Scenario, seconds: float) -> Measured:
    """Return one round of a contender, in a process of its own."""
    with running(contender, scenario.load) as trial:
        return trial.idle() if scenario.name == "memory" else trial.measure(seconds)


def _free_port() -> int:
    """Return a port that nobody holds, outside of those that connections are given."""
    for port in random.sample(range(20_000, 32_000), 100):
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
    raise RaceError("no free port between 20000 and 32000")
