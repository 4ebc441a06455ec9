"""Who listens: a client as tutorials write it, and a strict one of the product's protocol."""

import asyncio
import json
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from cuts.listener_log import ListenerLog, now_ms
from cuts.topics import Listening
from cuts.wire_client import WireClient
from cuts.wire_topic import WireTopic
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException

from .servers.common import WS_PATH

RETRY_S = 1.0
OPEN_LIMIT_S = 5.0
SMALL_BYTES = 64 * 1024


@dataclass
class Heard:
    """What a listener was given, and when (Unix ms)."""

    events: list[tuple[int, int]] = field(default_factory=list)
    """Number of the event, and when it came."""
    level_at: int | None = None
    """When the shown level was published; None before the first."""
    faults: list[str] = field(default_factory=list)
    """Against the protocol."""

    def event(self, n: int) -> None:
        self.events.append((n, now_ms()))


class Listener(Protocol):
    """Listens from `run` until that is cancelled."""

    heard: Heard

    @property
    def believes_live(self) -> bool:
        """Whether it takes what it shows for what is."""
        ...

    async def run(self) -> None: ...


def tutorial_frame(topic: str) -> str:
    """Return the subscription of `fastws`; the plain example takes it for nothing."""
    return json.dumps({"type": "subscribe", "payload": {"topic": topic}})


class TutorialListener:
    """Connects again a second after each cut: `attempts` times in a row, or for ever (None)."""

    def __init__(self, port: int, topics: list[str], attempts: int | None) -> None:
        self.heard = Heard()
        self._stands = False
        self._url = f"ws://127.0.0.1:{port}{WS_PATH}"
        self._topics = topics
        self._attempts = attempts

    @property
    def believes_live(self) -> bool:
        return self._stands

    async def run(self) -> None:
        failed = 0
        while self._attempts is None or failed <= self._attempts:
            with suppress(OSError, TimeoutError, WebSocketException, InvalidHandshake):
                # As in a browser, no ping of the client's own.
                async with connect(
                    self._url, proxy=None, compression=None, ping_interval=None,
                    open_timeout=OPEN_LIMIT_S, close_timeout=1.0,
                ) as peer:  # fmt: skip
                    failed = 0
                    self._stands = True
                    for topic in self._topics:
                        await peer.send(tutorial_frame(topic))
                    async for text in peer:
                        self._take(json.loads(text))
            self._stands = False
            failed += 1
            await asyncio.sleep(RETRY_S)

    def _take(self, frame: dict[str, Any]) -> None:
        if frame["type"] == "events.update":
            self.heard.event(frame["payload"]["n"])
        elif frame["type"] == "levels.update":
            self.heard.level_at = frame["payload"]["at"]


async def take_nothing(port: int, frames: list[str], seconds: float) -> None:
    """Subscribe, read nothing for a while, then go."""
    with socket.socket() as small:
        # Else the kernel takes for it what it does not read.
        small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BYTES)
        small.connect(("127.0.0.1", port))
        url = f"ws://127.0.0.1:{port}{WS_PATH}"
        reader = await connect(url, sock=small, compression=None, ping_interval=None)
        for frame in frames:
            await reader.send(frame)
        reader.transport.pause_reading()
        await asyncio.sleep(seconds)
        reader.transport.abort()


class StrictListener:
    """Comes back with its position; what the protocol forbids is a fault."""

    def __init__(self, port: int, topics: list[str], seed: str) -> None:
        self._log = _HeardLog()
        self.heard = self._log.heard
        self._client = WireClient(port, self._log, seed)
        self._client.topics = [WireTopic(_listening(topic), self._log) for topic in topics]

    @property
    def believes_live(self) -> bool:
        return self._log.is_whole

    async def run(self) -> None:
        await self._client.run()


def strict_frame(topic: str) -> str:
    """Return the product's subscription."""
    listening = _listening(topic)
    return json.dumps({"type": f"{listening.route}.subscribe", "payload": dict(listening.params)})


class _Lossless(Listening):
    @property
    def is_lossless(self) -> bool:
        return True


def _listening(topic: str) -> Listening:
    if topic == "events":
        return _Lossless("events", "events", {})
    number: Any = int(topic.rpartition(":")[2])
    return Listening("levels", "levels", {"list": number})


class _HeardLog(ListenerLog):
    """Keeps what the client would write."""

    def __init__(self) -> None:
        self.heard = Heard()
        self.is_whole = False

    def write(self, *entry: Any) -> None:
        match entry:
            case ("events", "update", _, _, payload):
                self.heard.event(payload["n"])
            case ("levels", "update", _, _, payload):
                self.heard.level_at = payload["at"]
            case ("levels", "replace", [*_, newest]):
                self.heard.level_at = newest["at"]
            case ("", "fault", text):
                self.heard.faults.append(text)
