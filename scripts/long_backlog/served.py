"""The product serving a seeded ledger, and what its process takes meanwhile."""

import asyncio
import json
import os
import re
import signal
import sys
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

ADDRESS = re.compile(rb"http://127\.0\.0\.1:(\d+)")
OPEN_LIMIT_S = 3_600.0
END_LIMIT_S = 60.0
KIB = 1024


class Served:
    """One life of the product."""

    def __init__(self, data_dir: Path) -> None:
        self.port = 0
        self._data_dir = data_dir
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Return when the accounts trade: a ledger is verified before."""
        own = {name: value for name, value in os.environ.items() if name[:3] != "TP_"}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "trading_api", "serve", "--port", "0", "--data-dir",
            str(self._data_dir), stdout=asyncio.subprocess.PIPE, env=own,
        )  # fmt: skip
        assert self._process.stdout is not None
        async with asyncio.timeout(OPEN_LIMIT_S):
            address = ADDRESS.search(await self._process.stdout.readline())
            if address is None:
                raise RuntimeError("expected the server's address on its first line, got none")
            self.port = int(address.group(1))
            while True:
                if self.get("/health")[0]["broker"]["condition"] == "trading":
                    return
                await asyncio.sleep(1.0)

    async def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(self._process.wait(), END_LIMIT_S)

    def get(self, path: str) -> tuple[Any, Any]:
        """Return the answer to a GET and its headers; blocks."""
        request = Request(f"http://127.0.0.1:{self.port}/api/v1{path}")
        with build_opener(ProxyHandler({})).open(request, timeout=60) as reply:
            return json.loads(reply.read()), reply.headers

    @property
    def memory_mib(self) -> float:
        """Resident memory of the process now."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found.group(1)) / KIB if found else 0.0
