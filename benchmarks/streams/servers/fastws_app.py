"""fastws as its own page shows it: a service of FastAPI, a broadcast a topic."""

import argparse
import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from fastws import Client, FastWS  # type: ignore[import-not-found]
from pydantic import BaseModel, Field

from streams.servers.publishing import PATH, load_of, publish_for_ever
from streams.servers.uvicorn_loop import serve


class Request(BaseModel):
    n: int


class Answer(BaseModel):
    n: int


class Quote(BaseModel):
    t: int = Field(default_factory=time.monotonic_ns)
    bid: float = 101.25
    ask: float = 101.5
    last: float = 101.25
    volume: int = 123456
    name: str = "ACME"


class Envelope(BaseModel):
    topic: str
    payload: Quote = Field(default_factory=Quote)
    seq: int
    ts: int = Field(default_factory=lambda: time.time_ns() // 1_000_000)


class Update(BaseModel):
    type: str = "quotes.update"
    payload: Envelope


load, _ = load_of(argparse.ArgumentParser(description=__doc__))
service = FastWS()
seqs = [0] * load.topics


@service.send("quotes.subscribe", reply="quotes.subscribed")  # type: ignore[untyped-decorator]
async def subscribe(payload: Request, client: Client) -> Answer:
    client.subscribe(f"quotes:{payload.n}")
    return Answer(n=payload.n)


async def publish(numbers: list[int]) -> None:
    for number in numbers:
        seqs[number] += 1
        update = Update(payload=Envelope(topic=f'quotes:{{"n":{number}}}', seq=seqs[number]))
        await service.broadcast(f"quotes:{number}", update)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    publishing = asyncio.create_task(publish_for_ever(load, publish))
    yield
    publishing.cancel()


app = FastAPI(lifespan=lifespan)
service.setup(app)


@app.websocket(PATH)
async def listen(client: Annotated[Client, Depends(service.manage)]) -> None:
    await service.serve(client)


if __name__ == "__main__":
    serve(app, load.port)
