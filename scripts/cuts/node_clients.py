"""The listeners in TypeScript: one process of Node.js with the shipped client, steered by lines."""

import asyncio
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .topics import ACCOUNT, Listening, listenings

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
SCRIPT = FRONTEND / "scripts" / "cut-listeners.mjs"
START_LIMIT_S = 60.0
LEAVE_LIMIT_S = 60.0
END_LIMIT_S = 15.0


class NodeClients:
    """Its clients are numbered; `whole` says which of them have every topic live."""

    more: Sequence[Listening] = ()
    """What each holds beside the topics of `listenings`."""

    def __init__(self) -> None:
        self.whole: set[int] = set()
        self.summary: list[dict[str, Any]] = []
        """What each client counted, once they have left."""
        self.progress: list[dict[str, int]] = []
        """By client and topic, as last told: when the last update since the last state was
        published (Unix ms)."""
        self._process: asyncio.subprocess.Process | None = None
        self._hearing: asyncio.Task[None] | None = None
        self._left = asyncio.Event()

    async def start(self, ports: list[int], logs: list[Path], rest: str) -> None:
        """Start one client a port; a client whose number is a multiple of four begins by REST."""
        node = shutil.which("node")
        if node is None:
            raise RuntimeError("expected node on the PATH, found none: run `make setup`")
        self._process = await asyncio.create_subprocess_exec(
            node, str(SCRIPT), cwd=FRONTEND, limit=2**24,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            env=self.environment(),
        )  # fmt: skip
        ours = zip(ports, logs, strict=True)
        clients = [
            {"url": f"ws://127.0.0.1:{port}/api/v1/ws", "log": str(log), "rest": rest}
            for port, log in ours
        ]
        topics = [_told(listening) for listening in (*listenings(), *self.more)]
        await self._say({"clients": clients, "topics": topics, "accountId": ACCOUNT})
        self._hearing = asyncio.get_running_loop().create_task(self._hear())

    def environment(self) -> dict[str, str]:
        """Return that of their process."""
        return dict(os.environ)

    def are_whole(self, count: int) -> bool:
        """Return whether so many have every topic.

        Raises:
            RuntimeError: their process has ended.
        """
        if self._hearing is not None and self._hearing.done() and not self._left.is_set():
            raise RuntimeError("expected the listeners in TypeScript to live, they ended")
        return len(self.whole) == count

    async def resync(self, number: int) -> None:
        await self._say({"do": "resync", "client": number})

    async def ask_progress(self) -> None:
        """Have `progress` told anew, in a moment."""
        await self._say({"do": "progress"})

    def have_heard_since(self, moment: int) -> bool:
        """Return whether each heard of every topic what came after this moment (Unix ms)."""
        keys = [listening.key for listening in listenings()]
        return all(newest.get(key, 0) > moment for newest in self.progress for key in keys)

    async def leave(self) -> None:
        """Let every client unsubscribe and close; returns when their logs are whole."""
        await self._say({"do": "leave"})
        async with asyncio.timeout(LEAVE_LIMIT_S):
            await self._left.wait()

    async def stop(self) -> None:
        if self._process is None:
            return
        if self._process.returncode is None:
            self._process.kill()
        await asyncio.wait_for(self._process.wait(), END_LIMIT_S)
        if self._hearing is not None:
            await self._hearing

    async def _hear(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        async for line in self._process.stdout:
            said = json.loads(line)
            if "left" in said:
                self.summary = said["left"]
                self._left.set()
            elif "progress" in said:
                self.progress = said["progress"]
            elif said["whole"]:
                self.whole.add(said["client"])
            else:
                self.whole.discard(said["client"])

    async def _say(self, command: dict[str, Any]) -> None:
        assert self._process is not None and self._process.stdin is not None
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        await self._process.stdin.drain()


def _told(listening: Listening) -> dict[str, Any]:
    return {"key": listening.key, "route": listening.route, "params": dict(listening.params)}
