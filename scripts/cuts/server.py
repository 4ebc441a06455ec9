"""The served product, and what the proof does to it beside killing it: stop, drain, count."""

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

from broker_proofs.killed_server import TROUBLE, KilledServer

from trading_api.shared.ws.testing import FaultProxy

from .waiting import until

GRACE_OVER = "timeout graceful shutdown exceeded"
"""A client that takes nothing cannot be told; its connection is aborted at the end."""
SCRIPTS = Path(__file__).resolve().parents[1]
ANSWER_LIMIT_S = 10.0
COUNTING_LIMIT_S = 5.0


class CutServer(KilledServer):
    """Clients meet it through proxies alone; `url` is that of the proxy for REST."""

    counting = "cuts.counted"
    """The module that runs the product."""

    def __init__(self, data_dir: Path, rest: FaultProxy, settings: dict[str, str]) -> None:
        super().__init__(data_dir)
        self.direct = ""
        """Where the product itself answers."""
        self.proxies = [rest]
        self.exit_codes: list[int] = []
        """Of the lives that were asked to end."""
        self._rest = rest
        self._settings = settings
        self._counts = data_dir.with_name("counts.json")

    @property
    def aborted_drains(self) -> int:
        """How often the grace of a drain was over before everybody had gone."""
        return self._text.count(GRACE_OVER)

    @property
    def troubles(self) -> int:
        """How many faults the server has logged, beside the end of a grace (rule C3)."""
        lines = (line for line in self._text.splitlines() if GRACE_OVER not in line)
        return sum(TROUBLE.search(line) is not None for line in lines)

    @property
    def _text(self) -> str:
        return self._log.read_text(encoding="utf-8")

    async def answers(self) -> None:
        await super().answers()
        self.direct = self.url
        address = urlsplit(self.direct)
        assert address.hostname is not None and address.port is not None
        for proxy in self.proxies:
            proxy.target = (address.hostname, address.port)
        self.url = f"http://127.0.0.1:{self._rest.port}"

    async def drain(self) -> None:
        """Ask it to end and wait until it has."""
        self.exit_codes.append(await self.stop())

    def suspend(self) -> None:
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    def get(self, path: str) -> Any:
        """Ask the product itself over REST; blocks."""
        opener = build_opener(ProxyHandler({}))
        with opener.open(f"{self.direct}/api/v1{path}", timeout=ANSWER_LIMIT_S) as reply:
            return json.loads(reply.read())

    async def counts(self) -> dict[str, int]:
        """Return what the process holds: by its own account, its tasks, its sockets."""
        assert self._process is not None
        self._counts.unlink(missing_ok=True)
        self._signal(signal.SIGUSR1)
        await until(self._counts.exists, COUNTING_LIMIT_S)
        health = await asyncio.to_thread(self.get, "/health")
        tasks = json.loads(self._counts.read_text())
        return {**health["ws"], **tasks, "sockets": len(self.sockets())}

    def sockets(self) -> list[str]:
        """Describe the sockets that the process holds, the listening one included."""
        assert self._process is not None
        folder = Path(f"/proc/{self._process.pid}")
        known = _tcp_sockets(folder)
        found = []
        for entry in (folder / "fd").iterdir():
            with suppress(FileNotFoundError):
                target = os.readlink(entry)
                if target.startswith("socket:"):
                    found.append(known.get(target[8:-1], "no TCP"))
        return found

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(number)

    async def _spawn(self, log: IO[bytes]) -> asyncio.subprocess.Process:
        serve = ["serve", "--port", "0", "--data-dir", str(self._data_dir)]
        own = {name: value for name, value in os.environ.items() if name[:3] != "TP_"}
        # Of the suite `counted` is found by its own path alone.
        own["PYTHONPATH"] = os.pathsep.join(filter(None, [str(SCRIPTS), own.get("PYTHONPATH")]))
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", self.counting, str(self._counts), *serve,
            stdout=asyncio.subprocess.PIPE, stderr=log, env=own | self._settings,
        )  # fmt: skip


def _tcp_sockets(process: Path) -> dict[str, str]:
    """Describe by inode: ports of both ends, state and queues, in the kernel's hexadecimal."""
    described = {}
    for line in (process / "net" / "tcp").read_text().splitlines()[1:]:
        _, ours, theirs, state, queues, *_, inode = line.split()[:10]
        ports = f"port {ours.partition(':')[2]} to {theirs.partition(':')[2]}"
        described[inode] = f"{ports}, state {state}, unsent:unread {queues}"
    return described
