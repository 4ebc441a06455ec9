"""A client of the wire in Python that always comes back: the protocol's text, no code of ours."""

import asyncio
import json
import random
from contextlib import suppress
from itertools import count
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, WebSocketException

from .listener_log import ListenerLog, now_ms
from .topics import OTHERS, listenings, quote_of
from .wire_topic import WireTopic

RETRY_S = (0.05, 0.5)
DRAINING = 4000
DRAIN_SPREAD_S = (0.0, 2.0)
SILENCE_S = 5.0
OPEN_LIMIT_S = 5.0
AGAIN_S = 0.2


class WireClient:
    """Holds every topic of `listenings` from `run` until `leave`."""

    def __init__(self, port: int, log: ListenerLog, seed: str, *, churns: bool = False) -> None:
        self.log = log
        self.port = port
        self.topics = [WireTopic(listening, log) for listening in listenings()]
        self._chance = random.Random(seed)
        self._churns = churns
        self._ids = count(1)
        self._asked: dict[int, WireTopic] = {}
        self._by_name: dict[str, WireTopic] = {}
        self._socket: ClientConnection | None = None
        self._leaving = asyncio.Event()
        self._rest: set[asyncio.Task[None]] = set()

    @property
    def is_whole(self) -> bool:
        return self.log.is_whole

    def has_heard_since(self, moment: int, *, latest: bool = False) -> bool:
        """Return whether it heard of every topic, or every `latest` one, what came after this.

        The moment is in Unix ms.
        """
        topics = (one for one in self.topics if not (latest and one.listening.is_lossless))
        return all(topic.is_live and topic.newest_ts > moment for topic in topics)

    async def run(self) -> None:
        """Listen, and come back after every cut; returns when it has left."""
        while not self._leaving.is_set():
            pause_s = RETRY_S
            try:
                await self._live_once()
            except ConnectionClosed as closed:
                code = closed.rcvd.code if closed.rcvd else 1006
                self.log.write("", "closed", code)
                pause_s = DRAIN_SPREAD_S if code == DRAINING else RETRY_S
            except (OSError, TimeoutError, WebSocketException, InvalidHandshake):
                pass
            finally:
                self._cut()
            if not self._leaving.is_set():
                await asyncio.sleep(self._chance.uniform(*pause_s))

    async def leave(self) -> None:
        """Unsubscribe from everything, then end the connection in good order."""
        self._leaving.set()
        if self._socket is not None:
            await self._socket.close()

    async def resync(self) -> None:
        """Ask for the state of the lossless topics anew, where they are live."""
        held = [topic for topic in self.topics if topic.is_live and topic.listening.is_lossless]
        if self._socket is not None and held:
            await self._send([self._asking(topic, fresh=True) for topic in held])

    async def _live_once(self) -> None:
        async with connect(
            f"ws://127.0.0.1:{self.port}/api/v1/ws", proxy=None, compression=None,
            ping_interval=None, open_timeout=OPEN_LIMIT_S, close_timeout=1.0,
        ) as socket:  # fmt: skip
            self._socket = socket
            await self._send([self._asking(topic) for topic in self.topics])
            while True:
                self._heard(json.loads(await self._next(socket)))
                if self._churns and self._chance.random() < 0.01:
                    await self._visit()

    async def _next(self, socket: ClientConnection) -> str | bytes:
        """Return the next message; a server that says nothing is asked whether it lives."""
        with suppress(TimeoutError):
            return await asyncio.wait_for(socket.recv(), SILENCE_S)
        await self._send([{"type": "ping", "payload": {}}])
        return await asyncio.wait_for(socket.recv(), SILENCE_S)

    async def _visit(self) -> None:
        """Come to a topic and leave it at once, so that topics live and die on the server."""
        quote = quote_of(self._chance.choice(OTHERS))
        verbs = ("subscribe", "unsubscribe")
        await self._send([{"type": f"quotes.{verb}", "payload": quote.params} for verb in verbs])

    async def _send(self, frames: list[dict[str, Any]]) -> None:
        # Of a connection that has ended, what came before the end is still to be heard.
        with suppress(ConnectionClosed):
            if self._socket is not None:
                await self._socket.send(json.dumps(frames))

    def _asking(self, topic: WireTopic, *, fresh: bool = False) -> dict[str, Any]:
        number = next(self._ids)
        self._asked[number] = topic
        frame = topic.request(fresh=fresh)
        self._tell()
        return {**frame, "id": number}

    def _cut(self) -> None:
        self._socket = None
        self._asked.clear()
        self._by_name.clear()
        for topic in self.topics:
            topic.cut()
        self._tell()

    def _heard(self, message: Any) -> None:
        for frame in message if isinstance(message, list) else [message]:
            kind = frame["type"].rpartition(".")[2]
            payload = frame.get("payload", {})
            if kind == "response" and "id" in frame:
                self._answered(frame["id"], payload)
            elif kind == "update" and payload["topic"] in self._by_name:
                self._by_name[payload["topic"]].updated(payload)
            elif kind == "status" and payload["state"] == "ended":
                self._ended(payload)
            elif kind == "draining":
                self.log.write("", "draining", now_ms())
            elif kind == "error":
                self.log.fault(f"refused frame: {payload}")
        self._tell()

    def _answered(self, number: int, payload: dict[str, Any]) -> None:
        topic = self._asked.pop(number, None)
        if topic is None or number != max([number, *self._numbers(topic)]):
            return
        if payload["status"] == "ok":
            topic.accepted(payload)
            self._by_name[topic.name] = topic
        elif payload["temporary"]:
            self._again(topic)
        else:
            self.log.fault(f"{topic.listening.key} was refused: {payload}")

    def _numbers(self, topic: WireTopic) -> list[int]:
        return [number for number, asked in self._asked.items() if asked is topic]

    def _ended(self, payload: dict[str, Any]) -> None:
        topic = self._by_name.pop(payload["topic"], None)
        if topic is not None:
            topic.is_live = False
            self._again(topic)

    def _again(self, topic: WireTopic) -> None:
        """Ask once more in a moment, on the connection that stands now."""
        task = asyncio.get_running_loop().create_task(self._ask_later(topic, self._socket))
        self._rest.add(task)
        task.add_done_callback(self._rest.discard)

    async def _ask_later(self, topic: WireTopic, socket: ClientConnection | None) -> None:
        await asyncio.sleep(AGAIN_S)
        if socket is not None and socket is self._socket:
            await self._send([self._asking(topic)])

    def _tell(self) -> None:
        connected = self._socket is not None
        whole = connected and all(topic.is_live for topic in self.topics)
        self.log.became(whole, connected=connected)
