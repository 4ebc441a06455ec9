"""A route for tests: its models, its router and a service that does as it is told."""

import asyncio
from typing import ClassVar

from pydantic import BaseModel

from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteService


class Params(BaseModel):
    """A request model for tests."""

    name: str


class Value(BaseModel):
    """An update model for tests."""

    key: str
    number: int


class ValueWsRouter(WsRouter[Params, Value]):
    """A route for tests."""

    request_model: ClassVar[type[BaseModel]] = Params
    update_model: ClassVar[type[BaseModel]] = Value


class RecordingService(WsRouteService):
    """A service that does as it is told and remembers what it was asked."""

    def __init__(self) -> None:
        self.updates: dict[str, TopicUpdate] = {}
        self.created: list[str] = []
        self.removed: list[str] = []
        self.was_removed = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.error: Exception | None = None

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        self.created.append(topic)
        await self.gate.wait()
        if self.error is not None:
            raise self.error
        self.updates[topic] = topic_update

    def remove_topic(self, topic: str) -> None:
        self.removed.append(topic)
        self.updates.pop(topic, None)
        self.was_removed.set()
