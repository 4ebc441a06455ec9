"""One trial: a server, its readers, and what both came to."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

SCRIPTS = Path(__file__).resolve().parents[1]
OPENER = build_opener(ProxyHandler({}))
LOOK_EVERY_S = 0.25
REPLY_WITHIN_S = 30.0
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Plan:
    """What a trial is made of; times in seconds, the buffer in bytes."""

    healthy: int = 480
    stalled: int = 10
    trickling: int = 10
    topics: int = 100
    topics_each: int = 20
    rate: int = 5000
    buffer_bytes: int = 16 * 1024
    warm_s: float = 1.5
    hold_s: float = 8.0
    resume_s: float = 2.0

    @property
    def slow(self) -> int:
        return self.stalled + self.trickling

    def arguments(self, port: str) -> list[str]:
        """Return the command line of the readers."""
        times = (self.warm_s, self.hold_s, self.resume_s)
        numbers = (self.healthy, self.stalled, self.trickling, self.topics, self.topics_each)
        return [port, *map(str, (*numbers, self.buffer_bytes, *(int(s * 1000) for s in times)))]


@dataclass(frozen=True)
class Trial:
    """What came of a plan: what the readers counted, and what the server held meanwhile."""

    plan: Plan
    readers: dict[str, Any]
    rss_bytes: int
    """The most while the slow ones did not read."""
    outbox_bytes: int
    """The fullest outbox of a connection, likewise."""
    server_busy: float
    """The share of a processor that the server took, likewise."""
    rate: float
    """Updates a second that were published, likewise."""
    stood: dict[str, int]
    """Where each topic stood in the end."""

    @property
    def p99_ms(self) -> float:
        return float(self.readers["p99_ms"])

    def faults(self) -> Iterator[str]:
        """Yield what no load excuses: wrong numbers, wrong values, lost connections."""
        readers = self.readers
        for name in ("wrong_seq", "wrong_value", "stray", "closed"):
            if readers[name]:
                yield f"expected no {name}, got {readers[name]}"
        for symbol, value in self.stood.items():
            if readers["last"][symbol] != [value, value]:
                yield f"{symbol} ended at {value}, readers have {readers['last'][symbol]}"


class LoadServer:
    """A running load server."""

    def __init__(self, url: str) -> None:
        self.port = url.rsplit(":", 1)[1]
        self._url = url

    def held(self) -> dict[str, Any]:
        """Return what the server holds, has published and used."""
        return self._ask("/load", "GET")

    def stop_updates(self) -> dict[str, int]:
        """End the updates; return where each topic stands."""
        return self._ask("/load/stop", "POST")

    def _ask(self, path: str, method: str) -> dict[str, Any]:
        asked = Request(self._url + path, method=method, headers=JSON)
        with OPENER.open(asked, timeout=REPLY_WITHIN_S) as reply:
            answer: dict[str, Any] = json.load(reply)
        return answer


@contextmanager
def load_server(rate: int, core: int | None = None) -> Iterator[LoadServer]:
    """Run a load server in a process of its own; its data are thrown away."""
    command = [sys.executable, "-m", "slow_clients.load_server", "--rate", str(rate)]
    command += [] if core is None else ["--core", str(core)]
    path = os.pathsep.join([str(SCRIPTS), os.environ.get("PYTHONPATH", "")])
    with tempfile.TemporaryDirectory(prefix="slow-clients-") as folder:
        environment = os.environ | {"TP_PORT": "0", "TP_DATA_DIR": folder, "PYTHONPATH": path}
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True
        ) as process:  # fmt: skip
            assert process.stdout is not None
            try:
                yield LoadServer(process.stdout.readline().strip())
            finally:
                process.kill()


def run_trial(plan: Plan, readers: Path, cores: tuple[int | None, int | None]) -> Trial:
    """Run a plan once; the server and the readers each stay on a core where one is named."""
    server_core, readers_core = cores
    command = [str(readers)]
    if readers_core is not None:
        command = ["taskset", "-c", str(readers_core), *command]
    with load_server(plan.rate, server_core) as server, subprocess.Popen(
        [*command, *plan.arguments(server.port)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            return _follow(plan, server, process)
        finally:
            process.kill()


def _follow(plan: Plan, server: LoadServer, process: "subprocess.Popen[str]") -> Trial:
    assert process.stdin is not None and process.stdout is not None
    _expect(process, "holding")
    first, began_s = server.held(), time.monotonic()
    looks = [first]
    while time.monotonic() < began_s + plan.hold_s - LOOK_EVERY_S:
        time.sleep(LOOK_EVERY_S)
        looks.append(server.held())
    took_s = time.monotonic() - began_s
    _expect(process, "resumed")
    _expect(process, "done")
    stood = server.stop_updates()
    process.stdin.write("end\n")
    process.stdin.flush()
    return Trial(
        plan=plan,
        readers=json.loads(process.stdout.readline()),
        rss_bytes=max(look["rss_bytes"] for look in looks),
        outbox_bytes=max(look["fullest_outbox_bytes"] for look in looks),
        server_busy=(looks[-1]["processor_s"] - first["processor_s"]) / took_s,
        rate=(looks[-1]["published"] - first["published"]) / took_s,
        stood=stood,
    )


def _expect(process: "subprocess.Popen[str]", word: str) -> None:
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    if said != word:
        raise RuntimeError(f"the readers: expected {word!r}, got {said!r}")
