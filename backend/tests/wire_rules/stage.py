"""A server with a route of each delivery that has something to say all the time."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import APIRouter
from pydantic import Field
from tests.transports import OwnProtocol

from trading_api.app_factory import create_app
from trading_api.models.wire import RequestModel
from trading_api.settings import Settings
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import Delivery, TopicUpdate, WsRouteInterface
from trading_api.shared.ws.testing import MemoryHistory, Value
from trading_api.shared.ws.topics import split_topic

EVERY_S = 0.01
SPOKEN = 2000


class SpokenRequest(RequestModel):
    """What may be listened to."""

    name: str = Field(examples=["x"])
    volume: int = Field(examples=[3])


class SpokenWsRouter(WsRouter[SpokenRequest, Value]):
    """A route of the stage."""

    request_model = SpokenRequest
    update_model = Value


class Speaker:
    """A service whose topics count; that of a lossless route has a record."""

    def __init__(self, *, records: bool = False) -> None:
        self._records = records
        self._histories: dict[str, MemoryHistory] = {}
        self._speaking: dict[str, asyncio.Task[None]] = {}

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        _, params = split_topic(topic)
        if params["name"] != "x":
            raise Refusal("unknown_symbol", f"expected x, got {params['name']}")
        task = asyncio.create_task(self._speak(topic, topic_update))
        self._speaking[topic] = task

    def remove_topic(self, topic: str) -> None:
        self._speaking.pop(topic).cancel()

    def history(self, topic: str) -> MemoryHistory:
        return self._histories.setdefault(topic, MemoryHistory())

    async def _speak(self, topic: str, topic_update: TopicUpdate) -> None:
        for number in range(SPOKEN):
            if self._records:
                topic_update.recorded(self._record(topic, number))
            else:
                topic_update(Value(key=str(number % 3), number=number))
            await asyncio.sleep(EVERY_S)

    def _record(self, topic: str, number: int) -> Entry:
        record = self.history(topic)
        entry = record.append(str(number % 3))
        # As old as a time in ms can be told from one in seconds.
        record.entries[-1] = entry._replace(ts=1_700_000_000_000 + number)
        return record.entries[-1]


class StageModule:
    """The module of the stage."""

    name = "stage"
    service = None

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        spoken, record = Speaker(), Speaker(records=True)
        return [
            SpokenWsRouter(route="newest", service=spoken, delivery=Delivery(key="key", held=3)),
            SpokenWsRouter(route="tail", service=spoken, delivery=Delivery("recent", held=20)),
            SpokenWsRouter(route="record", service=record, delivery=Delivery("lossless")),
        ]

    def configure_app(self, api_app: Any, ws_app: Any) -> None: ...


@contextmanager
def stage() -> Iterator[str]:
    """Serve it as the product is served; yields where."""
    settings = Settings.model_construct()
    app = create_app([], modules=[StageModule()], settings=settings)
    served = OwnProtocol(app, settings)
    with served.running():
        yield f"127.0.0.1:{served.port}"
