"""One connection of the client that is judged, seen from the server."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from .peer import Frame
from .verdicts import Broken, NoAnswer

# What a ping is answered with, beside the client's own time.
PONG = {"ts": 1_700_000_000_000, "contract": 1}


class Guest:
    """Hears what the client sends, and answers its pings while `answers_pings`."""

    def __init__(self, socket: ServerConnection) -> None:
        self.answers_pings = True
        self.messages: list[str | bytes] = []
        self.frames: list[Frame] = []
        self._waiting: deque[Frame] = deque()
        self._socket = socket

    async def say(self, *frames: Frame) -> None:
        """Send frames, one a message."""
        for frame in frames:
            await self.say_text(json.dumps(frame))

    async def say_text(self, text: str) -> None:
        try:
            await self._socket.send(text)
        except ConnectionClosed:
            raise Broken("a client that stays", "one that left") from None

    async def next_frame(self, within_s: float, awaited: str) -> Frame:
        """Return the next frame that the client has sent.

        Raises:
            NoAnswer: none came in time.
            Broken: the client left, or sent what is no frame.
        """
        try:
            async with asyncio.timeout(within_s):
                while not self._waiting:
                    await self._hear(await self._socket.recv())
        except TimeoutError:
            raise NoAnswer(f"nothing in {within_s:g} s: {awaited}") from None
        except ConnectionClosed:
            raise Broken(awaited, "the end of the connection") from None
        return self._waiting.popleft()

    async def until(self, fits: Callable[[Frame], bool], within_s: float, awaited: str) -> Frame:
        """Return the next frame that fits, passing over others."""
        try:
            async with asyncio.timeout(within_s):
                while not fits(frame := await self.next_frame(within_s, awaited)):
                    pass
                return frame
        except TimeoutError:
            raise NoAnswer(f"nothing in {within_s:g} s: {awaited}") from None

    async def during(self, seconds: float) -> list[Frame]:
        """Return what the client asks within so many seconds, pings left out."""
        asked = []
        try:
            async with asyncio.timeout(seconds):
                while True:
                    asked.append(await self.next_frame(seconds, "nothing"))
        except (TimeoutError, NoAnswer):
            return [frame for frame in asked if frame["type"] != "ping"]

    async def left(self, within_s: float) -> None:
        """Return when the client has closed the connection.

        Raises:
            NoAnswer: it stays.
        """
        try:
            await asyncio.wait_for(self._socket.wait_closed(), within_s)
        except TimeoutError:
            raise NoAnswer(f"the client stayed for {within_s:g} s") from None

    async def close(self, code: int) -> None:
        """Close with a code; 1006 cuts without a word."""
        if code == 1006:
            self._socket.transport.abort()
            await self._socket.wait_closed()
        else:
            await self._socket.close(code)

    async def _hear(self, message: str | bytes) -> None:
        self.messages.append(message)
        try:
            heard: Any = json.loads(message)
        except ValueError:
            raise Broken("JSON of the client", message, "F1") from None
        for frame in heard if isinstance(heard, list) else [heard]:
            if not isinstance(frame, dict) or not isinstance(frame.get("type"), str):
                raise Broken("frames with a string type", message, "F1")
            self.frames.append(frame)
            self._waiting.append(frame)
            if frame["type"] == "ping" and self.answers_pings:
                await self._answer_ping(frame)

    async def _answer_ping(self, ping: Frame) -> None:
        payload = ping.get("payload")
        told = payload if isinstance(payload, dict) else {}
        answer = {"type": "pong", "payload": {**PONG, **({"t": told["t"]} if "t" in told else {})}}
        await self.say({**answer, "id": ping["id"]} if "id" in ping else answer)
