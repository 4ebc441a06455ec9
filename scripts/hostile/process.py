"""Starts the server under attack in a process of its own and asks what it holds."""

import asyncio
import json
import os
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

from announced_process import announced_process

SCRIPTS = Path(__file__).resolve().parents[1]
OPEN_FILES = 4096
REST_WITHIN_S = 30.0
ASK_EVERY_S = 0.1
TROUBLE = re.compile(r"Traceback|ERROR|CRITICAL")
OPENER = build_opener(ProxyHandler({}))


@dataclass(frozen=True)
class Holdings:
    """What a server holds at one moment."""

    connections: int
    topics: int
    producers: int
    tasks: int
    rss_bytes: int

    @property
    def live(self) -> tuple[int, int, int, int]:
        """All but the memory: what must be back to what it was."""
        return (self.connections, self.topics, self.producers, self.tasks)


class ServerProcess:
    """A server on a free port; `log` is where it writes its errors."""

    def __init__(self, url: str, log: Path) -> None:
        self.url = url
        self.ws_url = f"ws{url.removeprefix('http')}/api/v1/ws"
        self._log = log

    async def holdings(self) -> Holdings:
        """Ask what the server holds now; the asking itself counts as one task."""
        reply = await asyncio.to_thread(self._get, "/holdings")
        return Holdings(**{field.name: reply[field.name] for field in fields(Holdings)})

    async def at_rest(self, expected: tuple[int, int, int, int]) -> Holdings:
        """Wait until what lives is as expected; return what there is when it does not come."""
        until_s = time.monotonic() + REST_WITHIN_S
        while True:
            now = await self.holdings()
            if now.live == expected or time.monotonic() >= until_s:
                return now
            await asyncio.sleep(ASK_EVERY_S)

    def troubles(self) -> int:
        """Return how many faults the server has logged."""
        return len(TROUBLE.findall(self._log.read_text(encoding="utf-8")))

    def _get(self, path: str) -> Any:
        with OPENER.open(self.url + path, timeout=REST_WITHIN_S) as reply:
            return json.load(reply)


@contextmanager
def server_process(**settings: str) -> Iterator[ServerProcess]:
    """Run a server with the given settings (`linger_s="0"`); its data are thrown away."""
    allow_many_files()
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        given = {f"TP_{name.upper()}": value for name, value in settings.items()}
        environment = os.environ | given | {"TP_PORT": "0", "TP_DATA_DIR": folder}
        environment["PYTHONPATH"] = os.pathsep.join(
            [str(SCRIPTS), environment.get("PYTHONPATH", "")]
        )
        with announced_process("hostile.server", environment, Path(folder)) as process:
            yield ServerProcess(process.line, process.log)


def allow_many_files() -> None:
    """Let this process and its children hold a file for each of some thousand connections."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < OPEN_FILES:
        wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
