"""fastws as its own page shows it, with a topic a stream and a task a topic.

The page names no place where a connection ends, so a topic's task ends with the unsubscribe of its
last listener.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI
from fastws import Client, FastWS  # type: ignore[import-not-found]
from pydantic import BaseModel

from compare_faults.servers.common import (
    EVENTS_PATH,
    HELD_PATH,
    PAD,
    WS_PATH,
    now_ms,
    publish_levels,
    serve,
    tasks,
)


class Topic(BaseModel):
    topic: str


class Update(BaseModel):
    type: str
    payload: dict[str, Any]


service = FastWS()
listeners: Counter[str] = Counter()
publishing: dict[str, asyncio.Task[None]] = {}


async def publish_level(topic: str) -> None:
    level = Update(type="levels.update", payload={"at": now_ms(), "pad": PAD})
    await service.broadcast(topic, level)


@service.send("subscribe", reply="subscribed")  # type: ignore[untyped-decorator]
async def subscribe(payload: Topic, client: Client) -> Topic:
    client.subscribe(payload.topic)
    listeners[payload.topic] += 1
    if payload.topic not in publishing and payload.topic != "events":
        levels = publish_levels(lambda: publish_level(payload.topic))
        publishing[payload.topic] = asyncio.create_task(levels)
    return payload


@service.send("unsubscribe", reply="unsubscribed")  # type: ignore[untyped-decorator]
async def unsubscribe(payload: Topic, client: Client) -> Topic:
    client.unsubscribe(payload.topic)
    listeners[payload.topic] -= 1
    if not listeners[payload.topic]:
        del listeners[payload.topic]
        if payload.topic in publishing:
            publishing.pop(payload.topic).cancel()
    return payload


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    service.setup(app)
    yield


app = FastAPI(lifespan=lifespan)


@app.websocket(WS_PATH)
async def listen(client: Annotated[Client, Depends(service.manage)]) -> None:
    await service.serve(client)


@app.post(EVENTS_PATH)
async def publish(event: dict[str, int]) -> None:
    await service.broadcast("events", Update(type="events.update", payload=event))


@app.get(HELD_PATH)
async def held() -> dict[str, int]:
    return {"listeners": len(service.connections), "topics": len(listeners), "tasks": tasks()}


if __name__ == "__main__":
    serve(app)
