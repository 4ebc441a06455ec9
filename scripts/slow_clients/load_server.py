"""The product's server with one stream of its own: topics that are updated at a set rate.

Run as `python -m slow_clients.load_server --rate 5000`; its first line is its address.
`GET /load` says what it holds, `POST /load/stop` ends the updates and says where each topic stands.
"""

import argparse
import asyncio
import os
import time
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from trading_api.app_factory import create_app
from trading_api.cli.http_server import run_server
from trading_api.cli.listener import bind, url_of
from trading_api.settings import load_settings
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteInterface
from trading_api.shared.ws.topics import split_topic

TURN_S = 0.01
STATM = Path("/proc/self/statm")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class TickRequest(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    symbol: str


class Tick(BaseModel):
    """`value` is the number of the update in its topic, so that a reader can check it."""

    model_config = ConfigDict(strict=True)

    symbol: str
    value: int
    sent_ns: int
    """The system's monotonic clock."""
    pad: str = "x" * 12


class TickRouter(WsRouter[TickRequest, Tick]):
    request_model = TickRequest
    update_model = Tick


class LoadService:
    """Updates the topics that somebody listens to, in turns, `rate` updates a second in all."""

    def __init__(self, rate: int) -> None:
        self.values: dict[str, int] = {}
        self.latest_turn_s = 0.0
        """How late a turn was at most: where this grows, the server is not keeping up."""
        self.running = True
        self._rate = rate
        self._updates: dict[str, TopicUpdate] = {}
        self._publishing: asyncio.Task[None] | None = None

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        symbol = str(split_topic(topic)[1]["symbol"])
        self._updates[symbol] = topic_update
        self.values[symbol] = 0
        if self._publishing is None:
            self._publishing = asyncio.ensure_future(self._publish())

    def remove_topic(self, topic: str) -> None:
        self._updates.pop(str(split_topic(topic)[1]["symbol"]), None)

    async def _publish(self) -> None:
        loop = asyncio.get_running_loop()
        due_s, owed = loop.time(), 0.0
        while self.running:
            self.latest_turn_s = max(self.latest_turn_s, loop.time() - due_s)
            owed += self._rate * TURN_S
            for _ in range(int(owed)):
                self._publish_next()
            owed -= int(owed)
            due_s += TURN_S
            await asyncio.sleep(max(0.0, due_s - loop.time()))

    def _publish_next(self) -> None:
        symbol, topic_update = next(iter(self._updates.items()))
        # The first becomes the last: each has its turn, whoever comes or goes.
        self._updates[symbol] = self._updates.pop(symbol)
        self.values[symbol] += 1
        value = self.values[symbol]
        topic_update(Tick(symbol=symbol, value=value, sent_ns=time.monotonic_ns()))


class LoadModule:
    """The stream as a module of the product."""

    name = "load"

    def __init__(self, rate: int) -> None:
        self.service = LoadService(rate)

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return [TickRouter(route="ticks", service=self.service)]

    def configure_app(self, api_app: Any, ws_app: Any) -> None:
        async def held(request: Request) -> JSONResponse:
            boxes = [one.outbox.queued_bytes for one in ws_app.endpoint.connections]
            return JSONResponse(
                {
                    "connections": len(boxes),
                    "outbox_bytes": sum(boxes),
                    "fullest_outbox_bytes": max(boxes, default=0),
                    "rss_bytes": _rss_bytes(),
                    "processor_s": time.process_time(),
                    "published": sum(self.service.values.values()),
                    "latest_turn_s": self.service.latest_turn_s,
                }
            )

        async def stop(request: Request) -> JSONResponse:
            self.service.running = False
            return JSONResponse(self.service.values)

        api_app.router.routes.insert(0, Route("/load", held))
        api_app.router.routes.insert(0, Route("/load/stop", stop, methods=["POST"]))


def _rss_bytes() -> int:
    return int(STATM.read_text(encoding="ascii").split()[1]) * PAGE_BYTES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=int, default=5000, help="updates a second (5000)")
    parser.add_argument("--core", type=int, help="processor to stay on")
    arguments = parser.parse_args()
    if arguments.core is not None:
        os.sched_setaffinity(0, {arguments.core})
    settings = load_settings()
    app = create_app([], modules=[LoadModule(arguments.rate)], settings=settings)
    listener = bind(settings)
    run_server(app, listener, settings, lambda: print(url_of(listener), flush=True))


if __name__ == "__main__":
    main()
