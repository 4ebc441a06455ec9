"""The same two streams on the product's own routes, served as `trading-pro serve` does."""

import asyncio
from typing import Any, ClassVar

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from compare_faults.servers.common import EVENTS_PATH, HELD_PATH, PAD, now_ms, publish_levels, tasks
from compare_faults.servers.record import EventRecord
from trading_api.app_factory import create_app
from trading_api.cli.http_server import run_server
from trading_api.cli.listener import bind
from trading_api.models.wire import RequestModel, WireModel
from trading_api.settings import load_settings
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import Delivery, TopicUpdate, WsRouteInterface


class EventsRequest(RequestModel):
    pass


class LevelsRequest(RequestModel):
    list: int


class Event(WireModel):
    n: int


class Level(WireModel):
    at: int
    pad: str = PAD


class EventRouter(WsRouter[EventsRequest, Event]):
    request_model: ClassVar[type[BaseModel]] = EventsRequest
    update_model: ClassVar[type[BaseModel]] = Event


class LevelRouter(WsRouter[LevelsRequest, Level]):
    request_model: ClassVar[type[BaseModel]] = LevelsRequest
    update_model: ClassVar[type[BaseModel]] = Level


class EventService:
    """Records what it publishes."""

    def __init__(self, record: EventRecord) -> None:
        self._record = record
        self._update: TopicUpdate | None = None

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        self._update = topic_update

    def remove_topic(self, topic: str) -> None:
        self._update = None

    def history(self, topic: str) -> EventRecord:
        return self._record

    def publish(self, n: int) -> None:
        entry = self._record.append(n)
        if entry is not None and self._update is not None:
            self._update.recorded(entry)


class LevelService:
    """A task a topic."""

    def __init__(self) -> None:
        self._publishing: dict[str, asyncio.Task[None]] = {}

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        async def publish() -> None:
            topic_update(Level(at=now_ms()))

        self._publishing[topic] = asyncio.create_task(publish_levels(publish))

    def remove_topic(self, topic: str) -> None:
        self._publishing.pop(topic).cancel()


class CompareModule:
    """Both streams as a module."""

    name = "compare"

    def __init__(self, record: EventRecord) -> None:
        self.service = EventService(record)
        self._levels = LevelService()

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        events = EventRouter(route="events", service=self.service, delivery=Delivery("lossless"))
        return [events, LevelRouter(route="levels", service=self._levels)]

    def configure_app(self, api_app: Any, ws_app: Any) -> None:
        async def publish(request: Request) -> JSONResponse:
            self.service.publish((await request.json())["n"])
            return JSONResponse(None)

        async def held(_: Request) -> JSONResponse:
            counts = ws_app.counts()
            held = {"listeners": counts["connections"], "topics": counts["topics"]}
            return JSONResponse({**held, "tasks": tasks()})

        api_app.router.routes.insert(0, Route(EVENTS_PATH, publish, methods=["POST"]))
        api_app.router.routes.insert(0, Route(HELD_PATH, held))


def main() -> None:
    settings = load_settings()
    record = EventRecord(settings.data_dir / "events.sqlite3")
    app = create_app([], modules=[CompareModule(record)], settings=settings)
    run_server(app, bind(settings), settings, lambda: None)


if __name__ == "__main__":
    main()
