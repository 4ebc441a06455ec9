"""The practice server: all that a judge of the wire can judge happens there, and soon.

Run as a program it serves until its input ends and prints its port: for `make wire-faults`.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import APIRouter, FastAPI
from starlette.responses import JSONResponse
from tests.transports import OwnProtocol
from tests.wire_rules.practice_routes import practice_routers

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.ws.asyncapi import asyncapi_document
from trading_api.shared.ws.router_interface import WsRouteInterface

# What takes minutes by its default takes seconds here; the document says so.
LIMITS: dict[str, Any] = {
    "connections": 300,
    "subscriptions": 60,
    "bad_frames_s": 5.0,
    "send_stall_s": 6.0,
    "ping_interval_s": 2.0,
    "ping_timeout_s": 4.0,
}


class PracticeModule:
    """The module of the practice server."""

    name = "practice"
    service = None

    def get_api_routers(self) -> list[APIRouter]:
        router = APIRouter()
        router.add_api_route("/practice", self.take, methods=["POST"])
        return [router]

    async def take(self, body: dict[str, str]) -> dict[str, str]:
        """Do nothing with what is posted."""
        return body

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return practice_routers()

    def configure_app(self, api_app: Any, ws_app: Any) -> None: ...


class StatesItsLimits:
    """An app whose document states its own limits instead of the defaults."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        document = asyncapi_document(app.state.ws_app.routers.values())
        for channel in document["channels"].values():
            channel["x-limits"] |= LIMITS
        self._document = JSONResponse(document)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        is_document = scope.get("path", "").endswith("/asyncapi.json")
        await (self._document if is_document else self._app)(scope, receive, send)


class AnyServer(OwnProtocol):
    """Served as any ASGI server serves it, without our protocol class."""

    def __init__(self, app: Any, limits: Settings) -> None:
        super().__init__(app, limits)
        self._server.config = uvicorn.Config(app, port=0, ws="websockets-sansio", log_config=None)


@contextmanager
def practice(server: type[OwnProtocol] = OwnProtocol) -> Iterator[str]:
    """Serve it; yields where."""
    settings = Settings.model_construct(**LIMITS)
    app = create_app([], modules=[PracticeModule()], settings=settings)
    served = server(StatesItsLimits(app), settings)  # type: ignore[arg-type]
    with served.running():
        yield f"127.0.0.1:{served.port}"


@contextmanager
def product() -> Iterator[str]:
    """Serve the product with an empty record; yields where."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        served = OwnProtocol(create_app(settings=settings), settings)
        with served.running():
            yield f"127.0.0.1:{served.port}"


SERVERS = {"practice": practice, "any": lambda: practice(AnyServer), "product": product}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server", choices=SERVERS)
    with SERVERS[parser.parse_args().server]() as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        sys.stdin.read()
