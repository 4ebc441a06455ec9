"""The process of a server: started, killed, stopped, and asked what it holds."""

import asyncio
import os
import random
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2

from .servers.common import EVENTS_PATH, HELD_PATH

SCRIPTS = Path(__file__).resolve().parents[1]
FASTWS_PYTHON = SCRIPTS.parent / "benchmarks" / ".peers" / "fastws" / "bin" / "python"
START_LIMIT_S, ANSWER_LIMIT_S, END_LIMIT_S = 60.0, 20.0, 20.0
ASK_AGAIN_S = 0.1
PORTS = range(20_000, 32_000)
"""Below those that systems give to connections: one of these keeps free between two lives."""


@dataclass(frozen=True)
class Contender:
    title: str
    module: str
    python: str = sys.executable


PLAIN = Contender("plain FastAPI", "plain")
FASTWS = Contender("fastws", "fastws_app", str(FASTWS_PYTHON))
PRODUCT = Contender("Trading Pro", "product")


class Served:
    """One server on one port, over all its lives."""

    def __init__(self, contender: Contender, folder: Path) -> None:
        self.port = _free_port()
        self._contender = contender
        self._folder = folder
        self._http = httpx2.AsyncClient(timeout=ANSWER_LIMIT_S, trust_env=False)
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Return when it answers.

        Raises:
            RuntimeError: it ended instead.
        """
        path = self._folder / "server.log"
        with path.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command(), stdout=log, stderr=log, env=self._environment()
            )
        async with asyncio.timeout(START_LIMIT_S):
            while True:
                with suppress(httpx2.TransportError):
                    await self.held()
                    return
                if self._process.returncode is not None:
                    raise RuntimeError(f"expected {self._contender.title} to start, see {path}")
                await asyncio.sleep(ASK_AGAIN_S)

    async def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        await asyncio.wait_for(self._process.wait(), END_LIMIT_S)

    async def end(self) -> None:
        await self._http.aclose()
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    def suspend(self) -> None:
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    async def publish(self, n: int) -> bool:
        """Have an event published; return whether that was acknowledged."""
        with suppress(httpx2.TransportError):
            reply = await self._http.post(self._url(EVENTS_PATH), json={"n": n})
            return reply.status_code == 200
        return False

    async def held(self) -> dict[str, int]:
        """Return listeners, topics and tasks, and as `sockets` those of the process."""
        reply = await self._http.get(self._url(HELD_PATH))
        reply.raise_for_status()
        return {**reply.json(), "sockets": self._sockets()}

    def memory_mib(self) -> float:
        """Return its resident memory."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def _sockets(self) -> int:
        assert self._process is not None
        found = 0
        for entry in Path(f"/proc/{self._process.pid}/fd").iterdir():
            with suppress(FileNotFoundError):
                found += os.readlink(entry).startswith("socket:")
        return found

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def _command(self) -> list[str]:
        module = f"compare_faults.servers.{self._contender.module}"
        port = [] if self._contender is PRODUCT else ["--port", str(self.port)]
        return [self._contender.python, "-m", module, *port]

    def _environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if name[:3] != "TP_"}
        settings = {"TP_PORT": str(self.port), "TP_DATA_DIR": str(self._folder)}
        return {**own, **settings, "PYTHONPATH": str(SCRIPTS)}


def _free_port() -> int:
    while True:
        with suppress(OSError), socket.create_server(("127.0.0.1", random.choice(PORTS))) as free:
            return int(free.getsockname()[1])
