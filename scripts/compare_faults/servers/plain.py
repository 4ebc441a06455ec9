"""A list of sockets and a loop over it, as the tutorial of FastAPI teaches broadcasting."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

from compare_faults.servers.common import (
    EVENTS_PATH,
    HELD_PATH,
    WS_PATH,
    event_text,
    level_text,
    publish_levels,
    serve,
    tasks,
)


class Connections:
    def __init__(self) -> None:
        self.active: list[WebSocket] = []

    async def connect(self, socket: WebSocket) -> None:
        await socket.accept()
        self.active.append(socket)

    def disconnect(self, socket: WebSocket) -> None:
        self.active.remove(socket)

    async def broadcast(self, text: str) -> None:
        for socket in self.active:
            await socket.send_text(text)


connections = Connections()


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    levels = asyncio.create_task(publish_levels(lambda: connections.broadcast(level_text())))
    yield
    levels.cancel()


app = FastAPI(lifespan=lifespan)


@app.websocket(WS_PATH)
async def listen(socket: WebSocket) -> None:
    await connections.connect(socket)
    try:
        while True:
            await socket.receive_text()
    except WebSocketDisconnect:
        connections.disconnect(socket)


@app.post(EVENTS_PATH)
async def publish(event: dict[str, int]) -> None:
    await connections.broadcast(event_text(event["n"]))


@app.get(HELD_PATH)
async def held() -> dict[str, int]:
    return {"listeners": len(connections.active), "topics": 0, "tasks": tasks()}


if __name__ == "__main__":
    serve(app)
