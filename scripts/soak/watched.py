"""The server and the clients in Node.js, with what they hold."""

import asyncio
import os
import re
import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cuts.node_clients import NodeClients
from cuts.server import CutServer
from cuts.topics import Listening
from cuts.waiting import until

PRELOADED = Path(__file__).with_name("heap_after_gc.cjs")
COUNTING_LIMIT_S = 30.0
ASKED_S = 0.3
KIB = 1024


class SoakServer(CutServer):
    """`counts` tells what must be as before; `everything` tells all that was counted."""

    counting = "soak.counted"

    async def counts(self) -> dict[str, int]:
        counted = await self.everything()
        passing = ("objects", "rss", "sqlite", "threads")
        return {
            name: count
            for name, count in counted.items()
            if name not in passing and not name.startswith("kind ")
        }

    async def everything(self) -> dict[str, int]:
        """Return all counts, and as `rss` the resident bytes."""
        assert self._process is not None
        counts = await super().counts()
        # Until the connection that asked is gone.
        await asyncio.sleep(ASKED_S)
        return {**counts, **_of_process(self._process.pid)}


class SoakNodeClients(NodeClients):
    """Tells the heap of its process after a full collection."""

    def __init__(self, heap_file: Path, more: Sequence[Listening]) -> None:
        super().__init__()
        self.more = more
        self._heap_file = heap_file

    async def heap(self) -> int:
        """Return the bytes of the heap."""
        assert self._process is not None
        self._heap_file.unlink(missing_ok=True)
        self._process.send_signal(signal.SIGUSR2)
        await until(self._heap_file.exists, COUNTING_LIMIT_S)
        return int(await asyncio.to_thread(self._heap_file.read_text))

    def environment(self) -> dict[str, str]:
        preload = {"NODE_OPTIONS": f"--require={PRELOADED}"}
        return {**os.environ, **preload, "SOAK_HEAP_FILE": str(self._heap_file)}


def _of_process(pid: int) -> dict[str, int]:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    threads, rss = re.search(r"Threads:\s+(\d+)", status), re.search(r"VmRSS:\s+(\d+)", status)
    assert threads is not None and rss is not None
    sockets = sum(_is_socket(entry) for entry in Path(f"/proc/{pid}/fd").iterdir())
    return {"threads": int(threads.group(1)), "rss": int(rss.group(1)) * KIB, "sockets": sockets}


def _is_socket(entry: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.readlink(entry).startswith("socket:")
    return False
