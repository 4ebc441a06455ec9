"""Uvicorn and a bare ASGI application that sends an update to one listener after the other."""

import argparse
import asyncio
import json
from typing import Any

import uvicorn

from streams.servers.publishing import Load, load_of, publish_for_ever, update_text


class Application:
    """Keeps who listens to what."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._listeners: list[list[Any]] = [[] for _ in range(load.topics)]
        self._seqs = [0] * load.topics

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            await self._listen(receive, send)

    async def publish(self, numbers: list[int]) -> None:
        for number in numbers:
            self._seqs[number] += 1
            text = update_text(number, self._seqs[number])
            for send in self._listeners[number]:
                await send({"type": "websocket.send", "text": text})

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        publishing = asyncio.create_task(publish_for_ever(self._load, self.publish))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        publishing.cancel()
        await send({"type": "lifespan.shutdown.complete"})

    async def _listen(self, receive: Any, send: Any) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            asked = json.loads(message["text"])
            for request in asked if isinstance(asked, list) else [asked]:
                self._listeners[request["payload"]["n"]].append(send)
                await send({"type": "websocket.send", "text": "{}"})


class Server(uvicorn.Server):
    """Says when it listens."""

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        print("listening", flush=True)


def serve(application: Any, port: int, **more: Any) -> None:
    """Serve with uvicorn's own choices, save its log."""
    Server(uvicorn.Config(application, port=port, log_level="error", **more)).run()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ws", default="websockets", help="uvicorn's name of the protocol")
    load, words = load_of(parser)
    serve(Application(load), load.port, ws=words.ws)


if __name__ == "__main__":
    main()
