"""A client that obeys the rules, written from the page of the protocol, and short."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, ClassVar

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

Frame = dict[str, Any]
Position = tuple[str, int]

LISTENS = {
    "orders": {"accountId": "demo"},
    "quotes": {"symbol": "AAPL"},
    "trades": {"symbol": "AAPL"},
}
TERMINAL = {1008, 1009, *range(4500, 5000)}
BACK_S = 0.01


@dataclass
class Topic:
    """What the client holds of one topic."""

    route: str
    params: Frame
    position: Position | None = None
    coming: Position | None = None
    name: str = ""
    pending: Any = None
    missing: int = 0
    resyncs: int = 0
    is_failed: bool = False


class ModelClient:
    """Faulty ones override what they do wrong."""

    rule: ClassVar = ""
    outcome: ClassVar = "failed"

    def __init__(self) -> None:
        self.topics = [Topic(route, params) for route, params in LISTENS.items()]
        self._ids = count(1)
        self._socket: ClientConnection | None = None

    async def run(self, url: str) -> None:
        """Listen until the server closes for good."""
        while True:
            try:
                async with connect(url, proxy=None, max_queue=None) as self._socket:
                    await self.opened()
                    async for message in self._socket:
                        await self.heard(str(message))
            except ConnectionClosed:
                pass
            except OSError:
                return
            if self._socket is None or not self.comes_back(self._socket.close_code or 1006):
                return
            await asyncio.sleep(BACK_S)

    async def send(self, *frames: Frame) -> None:
        assert self._socket is not None
        await self._socket.send(json.dumps(frames if len(frames) > 1 else frames[0]))

    async def send_raw(self, message: str | bytes) -> None:
        assert self._socket is not None
        await self._socket.send(message)

    async def leave(self) -> None:
        assert self._socket is not None
        await self._socket.close()

    def comes_back(self, code: int) -> bool:
        return code not in TERMINAL

    def new_id(self) -> Any:
        return next(self._ids)

    async def opened(self) -> None:
        await self.send(*self.first_frames())

    def first_frames(self) -> Iterator[Frame]:
        yield {"type": "ping", "payload": {"t": 1}}
        for topic in self.topics:
            topic.missing = topic.resyncs = 0
            if not topic.is_failed:
                yield self.subscribe(topic, topic.position)

    def subscribe(self, topic: Topic, position: Position | None) -> Frame:
        topic.pending = self.new_id()
        frame = {"type": f"{topic.route}.subscribe", "id": topic.pending, "payload": topic.params}
        if position is not None:
            frame["recover"] = {"epoch": position[0], "seq": position[1]}
        return frame

    async def resync(self, topic: Topic) -> None:
        topic.resyncs += 1
        if topic.resyncs > 1:
            topic.is_failed = True
        else:
            await self.send(self.subscribe(topic, topic.position))

    async def heard(self, text: str) -> None:
        frame = parsed(text)
        if frame is None:
            return
        route, _, verb = frame["type"].partition(".")
        topic = next((one for one in self.topics if one.route == route), None)
        payload = frame.get("payload")
        if topic is None or not isinstance(payload, dict):
            return
        if verb == "subscribe.response" and frame.get("id") == topic.pending:
            await self.answered(topic, payload)
        elif payload.get("topic") != topic.name or topic.pending is not None:
            await self.early(topic, payload)
        elif verb == "update":
            await self.updated(topic, payload)
        elif verb == "status":
            await self.told(topic, payload)

    async def early(self, topic: Topic, payload: Frame) -> None:
        """Drop what comes before the response, or of another topic."""

    async def answered(self, topic: Topic, answer: Frame) -> None:
        if answer["status"] == "error":
            await self.refused(topic, answer)
            return
        topic.pending = None
        topic.name = answer["topic"]
        topic.missing = answer["snapshot"]
        topic.position = (answer["epoch"], answer["seq"])
        if topic.missing:
            # Not held before it is whole.
            topic.coming, topic.position = topic.position, None

    async def refused(self, topic: Topic, refusal: Frame) -> None:
        if refusal["temporary"]:
            await self.send(self.subscribe(topic, topic.position))
        else:
            topic.is_failed = True

    async def updated(self, topic: Topic, update: Frame) -> None:
        if topic.missing:
            topic.missing -= 1
            if topic.missing == 0:
                topic.position = topic.coming
            return
        assert topic.position is not None
        epoch, seq = topic.position
        if update["seq"] <= seq:
            return
        if update["seq"] != seq + 1 + update.get("skipped", 0) or not self.fits(update):
            await self.resync(topic)
            return
        topic.position = (epoch, update["seq"])
        topic.resyncs = 0

    def fits(self, update: Frame) -> bool:
        return isinstance(update["payload"], dict)

    async def told(self, topic: Topic, status: Frame) -> None:
        if status["state"] == "ended":
            await self.send(self.subscribe(topic, topic.position))


def parsed(text: str) -> Frame | None:
    """Return the frame, None when it is none."""
    try:
        frame = json.loads(text)
    except ValueError:
        return None
    is_frame = isinstance(frame, dict) and isinstance(frame.get("type"), str)
    return frame if is_frame else None
