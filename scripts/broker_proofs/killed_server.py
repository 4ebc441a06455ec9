"""The product's server in a process of its own, that is killed and started again on its data."""

import asyncio
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import IO

START_LIMIT_S = 60.0
END_LIMIT_S = 30.0
ADDRESS = re.compile(rb"http://[\d.:]+")
TROUBLE = re.compile(r"Traceback|ERROR|CRITICAL")


class KilledServer:
    """One life after another on one data directory; `url` is that of the present life."""

    def __init__(self, data_dir: Path, *flags: str, port: str = "0") -> None:
        self.url = ""
        self.lives = 0
        self.up = asyncio.Event()
        """Set while the server answers."""
        self._data_dir = data_dir
        self._command = ["serve", "--port", port, "--data-dir", str(data_dir), *flags]
        self._log = data_dir.with_name(f"{data_dir.name}.log")
        self._process: asyncio.subprocess.Process | None = None

    @property
    def ws_url(self) -> str:
        return f"ws{self.url.removeprefix('http')}/api/v1/ws"

    @property
    def troubles(self) -> int:
        """How many faults the server has logged in all its lives."""
        return len(TROUBLE.findall(self._log.read_text(encoding="utf-8")))

    async def launch(self) -> None:
        """Start a process; it does not answer yet."""
        with self._log.open("ab") as log:
            self._process = await self._spawn(log)
        self.lives += 1

    async def answers(self) -> None:
        """Wait until the launched process has named its address.

        Raises:
            RuntimeError: it ended, or took too long.
        """
        assert self._process is not None and self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), START_LIMIT_S)
        address = ADDRESS.search(line)
        if address is None:
            raise RuntimeError(f"expected the server's address, got {line!r}; see {self._log}")
        self.url = address.group().decode()
        self.up.set()

    async def kill(self) -> None:
        """End it as a power cut would end it for itself: no handler of it runs."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to end; return its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        process = self._process
        if process is None:
            return 0
        self._process = None
        self.up.clear()
        if process.returncode is None:
            process.send_signal(number)
        return await asyncio.wait_for(process.wait(), END_LIMIT_S)

    async def _spawn(self, log: IO[bytes]) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "trading_api", *self._command,
            stdout=asyncio.subprocess.PIPE, stderr=log,
            env={name: value for name, value in os.environ.items() if name[:3] != "TP_"},
        )  # fmt: skip


async def until(seconds: float, since_s: float) -> None:
    """Wait until `seconds` have passed since `since_s` of the monotonic clock."""
    await asyncio.sleep(max(0.0, since_s + seconds - time.monotonic()))
