"""The product's own streaming, served as `trading-pro serve` does, over quotes of no market."""

import argparse
import asyncio
import logging
import tempfile
import time
from pathlib import Path
from typing import Any, ClassVar

from fastapi import APIRouter, FastAPI
from pydantic import BaseModel

from streams.servers.publishing import Load, load_of, publish_for_ever
from trading_api.app_factory import create_app
from trading_api.cli.http_server import run_server
from trading_api.cli.listener import bind
from trading_api.models.wire import RequestModel, UnixMs, WireModel
from trading_api.settings import Settings
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteInterface
from trading_api.shared.ws.topics import split_topic
from trading_api.shared.ws.ws_app import WsApp


class QuoteRequest(RequestModel):
    n: int


class Quote(WireModel):
    t: UnixMs
    """The monotonic clock in nanoseconds, for latency."""
    bid: float
    ask: float
    last: float
    volume: int
    name: str


class QuoteRouter(WsRouter[QuoteRequest, Quote]):
    request_model: ClassVar[type[BaseModel]] = QuoteRequest
    update_model: ClassVar[type[BaseModel]] = Quote


class QuoteService:
    """Knows how to publish to each topic that somebody listens to."""

    def __init__(self) -> None:
        self.publishers: dict[int, TopicUpdate] = {}

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        self.publishers[split_topic(topic)[1]["n"]] = topic_update

    def remove_topic(self, topic: str) -> None:
        del self.publishers[split_topic(topic)[1]["n"]]

    async def publish(self, numbers: list[int]) -> None:
        now = time.monotonic_ns
        for number in numbers:
            quote = Quote(t=now(), bid=101.25, ask=101.5, last=101.25, volume=123456, name="ACME")
            self.publishers[number](quote)


class QuoteModule:
    """The one module of the app."""

    name = "quotes"

    def __init__(self, load: Load) -> None:
        self.service = QuoteService()
        self._load = load
        self._publishing: asyncio.Task[None] | None = None

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return [QuoteRouter(route="quotes", service=self.service)]

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass

    async def start(self) -> None:
        publishing = publish_for_ever(self._load, self.service.publish)
        self._publishing = asyncio.create_task(publishing)

    async def stop(self) -> None:
        if self._publishing is not None:
            self._publishing.cancel()


def main() -> None:
    load, _ = load_of(argparse.ArgumentParser(description=__doc__))
    logging.basicConfig(level=logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        limits: dict[str, Any] = {"connections": 20_000}
        settings = Settings(data_dir=Path(folder), port=load.port, **limits)
        app = create_app([], modules=[QuoteModule(load)], settings=settings)
        run_server(app, bind(settings), settings, lambda: print("listening", flush=True))


if __name__ == "__main__":
    main()
