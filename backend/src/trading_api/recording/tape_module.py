"""The module that stands for the recorded ones while a tape plays."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request, Response

from trading_api.models.market import GetQuotesRequest
from trading_api.recording.playback import Playback, TapeClock
from trading_api.recording.played_answers import PlayedAnswers
from trading_api.recording.played_routes import Keys, played_routes
from trading_api.recording.tape_file import read_tape
from trading_api.recording.taped_topics import topics_of
from trading_api.shared.clock import SystemClock
from trading_api.shared.errors import Refusal
from trading_api.shared.module_interface import Module
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp


class TapeModule:
    """Answers and streams what a tape holds; takes no command.

    The routes are those of `recorded`, modules that are never started.
    """

    name = "tape"

    def __init__(
        self, path: Path, recorded: Sequence[Module], *, speed: float = 1, start_ms: int = 0
    ) -> None:
        self._routers = [router for module in recorded for router in module.get_ws_routers()]
        self._prefixes = [module.name for module in recorded]
        self._file_name = path.name
        tape = read_tape(path)
        self._began = tape.began
        self._clock = TapeClock(SystemClock(), speed, start_ms)
        self.service = Playback(topics_of(tape), self._clock, Keys(self._routers))
        self._answers = PlayedAnswers(tape.answers, self.service.updates)

    def get_api_routers(self) -> list[APIRouter]:
        router = APIRouter(tags=[self.name])
        add: Any = router.add_api_route
        add("/datafeed/config", self.get_config, include_in_schema=False)
        add("/datafeed/search", self.search_symbols, include_in_schema=False)
        add("/datafeed/bars", self.get_bars, include_in_schema=False)
        add("/datafeed/time", self.get_time, include_in_schema=False)
        add("/datafeed/quotes", self.get_quotes, methods=["POST"], include_in_schema=False)
        for prefix in self._prefixes:
            path = f"/{prefix}/{{path:path}}"
            add(path, self.get_recorded, include_in_schema=False)
            methods = ["POST", "PUT", "DELETE", "PATCH"]
            add(path, self.refuse, methods=methods, include_in_schema=False)
        return [router]

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return played_routes(self._routers, self.service)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass

    async def start(self) -> None:
        """Wait for somebody to listen."""

    async def stop(self) -> None:
        await self.service.stop()

    async def get_config(self) -> Any:
        """Return what the datafeed could do; the feed is this tape."""
        _, config = self._answers.get("/datafeed/config", "")
        return {**json.loads(config), "feed": f"tape:{self._file_name}"}

    async def search_symbols(self, user_input: str = "") -> list[Any]:
        """Return the symbols of the tape that fit what was typed."""
        return self._answers.search(user_input)

    async def get_bars(
        self,
        symbol: str,
        resolution: str,
        from_time: int,
        to_time: int,
        count_back: Annotated[int | None, Query(ge=1)] = None,
    ) -> dict[str, Any]:
        """Return the bars that a chart asks for, as far as the tape has come."""
        return self._answers.bars(symbol, resolution, from_time, to_time, count_back)

    async def get_time(self) -> int:
        """Return the tape's time in Unix seconds."""
        return (self._began + self._clock.at) // 1000

    async def get_quotes(self, request: GetQuotesRequest) -> list[Any]:
        """Return the newest quotes of the tape."""
        return self._answers.quotes(request.symbols)

    async def get_recorded(self, request: Request) -> Response:
        """Return what was answered when it was recorded."""
        path = request.scope["path"].partition("/api/v1")[2]
        status, body = self._answers.get(path, request.url.query)
        return Response(body, status, media_type="application/json")

    async def refuse(self, request: Request) -> Response:
        """Refuse a command: what happened cannot be changed."""
        raise Refusal("tape_is_playing", f"expected a GET, got {request.method}: a tape plays")
