"""A protocol of uvloop and no more: prebuilt frames, written at once or joined a turn."""

import argparse
import asyncio
import base64
import hashlib
import itertools
import re
import struct
from typing import cast

import uvloop

from streams.servers.publishing import Load, load_of, publish_for_ever, update_text

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
KEY = re.compile(rb"sec-websocket-key: *(\S+)", re.IGNORECASE)
NUMBER = re.compile(rb'"n":(\d+)')
TEXT, EXTENDED = 0x81, 126


def frame(text: str) -> bytes:
    payload = text.encode()
    if len(payload) < EXTENDED:
        return bytes((TEXT, len(payload))) + payload
    return struct.pack("!BBH", TEXT, EXTENDED, len(payload)) + payload


class Feed:
    """Who listens to what, and the one place where everybody waits for a full socket."""

    def __init__(self, load: Load) -> None:
        self.listeners: list[list[Connection]] = [[] for _ in range(load.topics)]
        self.room = asyncio.Event()
        self.room.set()
        self.blocked = 0
        self._seqs = [0] * load.topics

    async def publish(self, numbers: list[int]) -> None:
        for number in numbers:
            update = self._next(number)
            for listener in self.listeners[number]:
                listener.transport.write(update)
            await self.room.wait()

    async def publish_joined(self, numbers: list[int]) -> None:
        written = set()
        for number in numbers:
            update = self._next(number)
            for listener in self.listeners[number]:
                listener.outbox.append(update)
            written.update(self.listeners[number])
        for listener in written:
            listener.transport.write(b"".join(listener.outbox))
            listener.outbox.clear()
        await self.room.wait()

    def _next(self, number: int) -> bytes:
        self._seqs[number] += 1
        return frame(update_text(number, self._seqs[number]))


class Connection(asyncio.Protocol):
    transport: asyncio.Transport

    def __init__(self, feed: Feed) -> None:
        self.outbox: list[bytes] = []
        self._feed = feed
        self._received = b""
        self._is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._is_open:
            self._subscribe()
        elif b"\r\n\r\n" in self._received:
            self._shake_hands()

    def pause_writing(self) -> None:
        self._feed.blocked += 1
        self._feed.room.clear()

    def resume_writing(self) -> None:
        self._feed.blocked -= 1
        if not self._feed.blocked:
            self._feed.room.set()

    def _shake_hands(self) -> None:
        key = KEY.search(self._received)
        assert key is not None
        accept = base64.b64encode(hashlib.sha1(key[1] + GUID).digest())
        lines = b"HTTP/1.1 101 Switching Protocols", b"Upgrade: websocket", b"Connection: Upgrade"
        answer = b"\r\n".join((*lines, b"Sec-WebSocket-Accept: " + accept, b"", b""))
        self.transport.write(answer)
        self._received = b""
        self._is_open = True

    def _subscribe(self) -> None:
        """Take the one masked message of a client, which is under 64 KiB."""
        head, data = 6, self._received
        length = data[1] & 0x7F
        if length == EXTENDED:
            head, length = 8, int.from_bytes(data[2:4])
        if len(data) < head + length:
            return
        mask = itertools.cycle(data[head - 4 : head])
        text = bytes(
            one ^ other for one, other in zip(data[head : head + length], mask, strict=False)
        )
        for number in NUMBER.findall(text):
            self._feed.listeners[int(number)].append(self)
            self.transport.write(frame("{}"))
        self._received = b""


async def serve(load: Load, is_joining: bool) -> None:
    feed = Feed(load)
    loop = asyncio.get_running_loop()
    await loop.create_server(lambda: Connection(feed), "127.0.0.1", load.port, backlog=4096)
    print("listening", flush=True)
    await publish_for_ever(load, feed.publish_joined if is_joining else feed.publish)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--join", action="store_true", help="one write a connection and turn")
    load, words = load_of(parser)
    uvloop.run(serve(load, words.join))


if __name__ == "__main__":
    main()
