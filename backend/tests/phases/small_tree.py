"""A checkout of one stream, `pings`, as small as the criteria allow."""

import json
from pathlib import Path

from trading_api.shared.ws.codegen import bring_up_to_date

BACKEND = "backend/src/trading_api"
MODULE = f"{BACKEND}/modules/weather"
FRONTEND = "frontend/src"
CLIENTS = f"{FRONTEND}/clients/ws-types-generated"
MODELS = f"{BACKEND}/models/pings.py"
WS = f"{MODULE}/ws.py"
SOURCES = f"{BACKEND}/module_sources.py"
SERVICE = f"{MODULE}/service.py"
TEST_WS = f"{MODULE}/tests/test_ws.py"
ASYNCAPI = "contract/asyncapi.json"
MAPPERS = f"{FRONTEND}/plugins/mappers.ts"
ADAPTER = f"{FRONTEND}/plugins/wsAdapter.ts"
SCREEN_SERVICE = f"{FRONTEND}/services/pingService.ts"
INTEGRATION = f"{FRONTEND}/services/__tests__/pingService.spec.ts"
JOURNEY = "smoke-tests/tests/pings.spec.ts"

FILES = {
    MODELS: '''\
from trading_api.models.wire import RequestModel, WireModel

class PingsRequest(RequestModel):
    """Which pings."""
    place: str

class Ping(WireModel):
    """One ping."""
    at: int
    level: float
''',
    WS: """\
from typing import TYPE_CHECKING, TypeAlias

from trading_api.models.pings import Ping, PingsRequest
from trading_api.shared.ws.generic_route import WsRouter

if TYPE_CHECKING:
    PingWsRouter: TypeAlias = WsRouter[PingsRequest, Ping]
else:
    from .ws_generated import PingWsRouter

class WeatherWsRouters(list):
    def __init__(self, service):
        super().__init__([PingWsRouter(route="pings", service=service)])
""",
    SOURCES: 'BUILT_IN = (EntryPoint("weather", "trading_api.modules.weather:W", "group"),)\n',
    SERVICE: """\
class WeatherService:
    async def create_topic(self, topic, topic_update): ...
    def remove_topic(self, topic): ...
""",
    TEST_WS: """\
PARAMS = {"place": "Bern"}

class Route(WsRouteContract):
    params = PARAMS

class TestPings(Route):
    route = "pings"
""",
    ASYNCAPI: json.dumps({
        "operations": {
            "pings.subscribe": {"action": "receive"},
            "pings.unsubscribe": {"action": "receive"},
            "pings.update": {"action": "send"},
        },
        "components": {"schemas": {"Ping": {"properties": {"at": {}, "level": {}}}}},
    }),
    f"{CLIENTS}/routes.ts": '  "pings": { request: PingsRequest; update: Ping };\n',
    f"{CLIENTS}/index.ts": """\
  Ping as Ping_backend,
  Ping as Ping_Ws_Backend,
  PingsRequest as PingsRequest_backend,
  PingsRequest as PingsRequest_Ws_Backend,
""",
    MAPPERS: """\
import type { Ping as Ping_Ws_Backend } from "@clients/ws-types-generated";

export function mapPing(ping: Ping_Ws_Backend): Ping {
  return { at: ping.at, level: ping.level };
}
""",
    ADAPTER: """\
export interface WsAdapterType {
  pings: WsStream<PingsRequest, Ping>;
}
export class WsAdapter implements WsAdapterType {
  pings: WebSocketClient<PingsRequest, Ping_Ws_Backend, Ping>;
  constructor() {
    this.pings = new WebSocketClient("pings", mapPing);
  }
}
export class WsFallback {
  pings?: WsStream<PingsRequest, Ping>;
  constructor(mockers: Mockers = {}) {
    if (mockers.pingsMocker) this.pings = new WebSocketFallback(mockers.pingsMocker);
  }
}
""",
    SCREEN_SERVICE: "return this._wsAdapter.pings.listen({ place }, listener);\n",
    INTEGRATION: 'import { PingService } from "../pingService";\n',
    JOURNEY: 'socket.send({ type: "pings.subscribe" });\n',
}  # fmt: skip


def write_tree(root: Path) -> None:
    """Write all files, and the router that the product's generator makes of them."""
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    bring_up_to_date(root / MODULE)


def spoil(root: Path, path: str, was: str, becomes: str) -> None:
    """Put a text in another's place; with an empty `was` the file is emptied."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes) if was else "", encoding="utf-8")
