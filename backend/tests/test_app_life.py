"""What an app still does, and no longer does, while it leaves (rule C3)."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient

from trading_api.app_life import AppLife
from trading_api.shared.drain_guard import DrainGuard
from trading_api.shared.ws.testing import settle
from trading_api.shared.ws.ws_app import WsApp


class Part:
    """A module that notes when it stops."""

    def __init__(self, name: str, log: list[str]) -> None:
        self.name, self._log = name, log
        self.service = SimpleNamespace()

    async def start(self) -> None:
        self._log.append(f"start {self.name}")

    async def stop(self) -> None:
        self._log.append(f"stop {self.name}")

    def get_api_routers(self) -> list[Any]:
        return []

    get_ws_routers = get_api_routers

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None: ...


class App:
    """An app of one slow command."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.ws_app = WsApp()
        self.life = AppLife(self.ws_app, [Part("first", self.log), Part("second", self.log)])
        self.taken, self.may_answer = asyncio.Event(), asyncio.Event()
        api = FastAPI()
        api.add_api_route("/orders", self.place, methods=["POST"])
        guarded = DrainGuard(api, self.ws_app.draining)
        self.client = AsyncClient(transport=ASGITransport(guarded), base_url="http://test")

    async def place(self) -> str:
        self.taken.set()
        await self.may_answer.wait()
        self.log.append("answered")
        return "done"


@pytest.fixture
async def app() -> AsyncIterator[App]:
    app = App()
    async with app.client, app.life.run(FastAPI()):
        app.log.clear()
        yield app


async def test_C3_a_command_that_was_taken_is_answered_before_anything_stops(app: App) -> None:
    asked = asyncio.create_task(app.client.post("/orders"))
    await app.taken.wait()
    leaving = asyncio.create_task(app.life.leave(10))
    await settle()

    app.may_answer.set()
    await leaving

    assert (await asked).status_code == 200
    assert app.log == ["answered", "stop second", "stop first"]


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_C3_what_comes_later_is_refused_as_draining(app: App, method: str) -> None:
    await app.life.leave(10)

    reply = await app.client.request(method, "/orders")

    assert (reply.status_code, reply.json()["code"]) == (503, "draining")
    assert (reply.headers["retry-after"], reply.headers["connection"]) == ("2", "close")


async def test_C3_modules_stop_once_whoever_asks() -> None:
    app = App()
    async with app.life.run(FastAPI()):
        await asyncio.gather(app.life.leave(10), app.life.leave(10))

    assert app.log[2:] == ["stop second", "stop first"]
