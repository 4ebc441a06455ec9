"""Names and paths that the methodology promises; none of them moves."""

import inspect
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI

from trading_api.app_factory import create_app
from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.modules.broker.ws import BrokerWsRouters
from trading_api.modules.datafeed import DatafeedModule
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.ws import DatafeedWsRouters
from trading_api.shared.module_interface import Module
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import WsRouteInterface, WsRouteService
from trading_api.shared.ws.testing import RecordingService

ROOT = Path(__file__).parents[2]
BACKEND = "backend/src/trading_api"
PATHS = [
    f"{BACKEND}/main.py",
    f"{BACKEND}/app_factory.py",
    f"{BACKEND}/shared/module_interface.py",
    f"{BACKEND}/shared/ws/router_interface.py",
    f"{BACKEND}/shared/ws/generic_route.py",
    f"{BACKEND}/shared/ws/WS-ROUTER-GENERATION.md",
    f"{BACKEND}/models/market/bars.py",
    f"{BACKEND}/models/market/quotes.py",
    f"{BACKEND}/models/broker/orders.py",
    f"{BACKEND}/models/broker/positions.py",
    *(
        f"{BACKEND}/modules/{module}/{name}"
        for module in ("datafeed", "broker")
        for name in ("__init__.py", "ws.py", "service.py", "ws_generated", "tests/test_ws.py")
    ),
    f"{BACKEND}/modules/datafeed/api.py",
    "ARCHITECTURE.md",
    "docs/WEBSOCKET-METHODOLOGY.md",
    "docs/WEBSOCKET-CLIENTS.md",
    "frontend/WEBSOCKET-CLIENT-PATTERN.md",
    "frontend/WEBSOCKET-CLIENT-BASE.md",
    "frontend/src/clients/ws-types-generated",
    "frontend/src/clients/trader-client-generated",
    "frontend/src/plugins/mappers.ts",
    "frontend/src/plugins/wsAdapter.ts",
    "frontend/src/plugins/wsClientBase.ts",
    "frontend/src/services/datafeedService.ts",
    "frontend/src/services/__tests__/datafeedService.spec.ts",
    "frontend/public/trading_terminal/charting_library.d.ts",
]
TARGETS = [
    ("backend", "dev"),
    ("backend", "test"),
    ("backend", "lint"),
    ("frontend", "generate-asyncapi-types"),
    ("frontend", "type-check"),
    ("frontend", "lint"),
    ("frontend", "test"),
]
ROUTERS = {
    "datafeed": ["BarWsRouter", "QuoteWsRouter"],
    "broker": [
        "OrderWsRouter",
        "PositionWsRouter",
        "ExecutionWsRouter",
        "EquityWsRouter",
        "ConnectionWsRouter",
    ],
}


def _parameters(function: Callable[..., Any]) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


@pytest.mark.parametrize("path", PATHS)
def test_path_exists(path):
    assert (ROOT / path).exists()


def test_smoke_tests_are_one_file_a_feature():
    assert list((ROOT / "smoke-tests" / "tests").glob("*.spec.ts"))


@pytest.mark.parametrize(("folder", "target"), TARGETS)
def test_make_target_exists(folder, target):
    assert _dry_run("-C", str(ROOT / folder), target) == 0


def test_project_file_starts_the_full_stack():
    assert _dry_run("-C", str(ROOT), "-f", "project.mk", "dev-fullstack") == 0


def _dry_run(*arguments: str) -> int:
    command = ["make", "--dry-run", "--silent", *arguments]
    return subprocess.run(command, check=False, capture_output=True).returncode


@pytest.mark.parametrize(("module", "names"), ROUTERS.items())
def test_ws_file_declares_its_routers_and_generates_them(module, names):
    source = (ROOT / BACKEND / "modules" / module / "ws.py").read_text(encoding="utf-8")
    generated = import_module(f"trading_api.modules.{module}.ws_generated")

    assert "if TYPE_CHECKING:" in source
    for name in names:
        assert f"{name}: TypeAlias = WsRouter[" in source
        assert issubclass(getattr(generated, name), WsRouter)


def test_factory_takes_the_enabled_modules_first():
    assert _parameters(create_app)[0] == "enabled_modules"
    assert isinstance(create_app(enabled_modules=["datafeed"]), FastAPI)


def test_service_protocol_has_its_two_methods():
    assert _parameters(WsRouteService.create_topic) == ["topic", "topic_update"]
    assert inspect.iscoroutinefunction(WsRouteService.create_topic)
    assert _parameters(WsRouteService.remove_topic) == ["topic"]
    assert isinstance(RecordingService(), WsRouteService)


def test_router_is_built_by_keyword():
    from trading_api.modules.datafeed.ws_generated import BarWsRouter

    router: WsRouteInterface = BarWsRouter(
        route="bars", tags=["datafeed"], service=RecordingService()
    )
    assert (router.route, list(router.tags)) == ("bars", ["datafeed"])
    assert (router.request_model, router.update_model) == (BarsSubscriptionRequest, Bar)


@pytest.mark.parametrize(
    ("routers", "service"),
    [(DatafeedWsRouters, DatafeedService), (BrokerWsRouters, RecordingService)],
)
def test_routers_are_a_list_built_from_the_service(routers, service):
    assert issubclass(routers, list)
    assert len(routers(service())) >= 2


def test_module_has_its_members():
    module: Module = DatafeedModule()

    assert module.name == "datafeed"
    assert module.service is module.service
    assert isinstance(module.service, WsRouteService)
    assert all(isinstance(router, APIRouter) for router in module.get_api_routers())
    assert {"bars", "quotes"} <= {router.route for router in module.get_ws_routers()}
    assert _parameters(module.configure_app) == ["api_app", "ws_app"]


def test_api_router_is_built_by_keyword():
    from trading_api.modules.datafeed.api import DatafeedApi

    api = DatafeedApi(service=DatafeedModule().service, prefix="/datafeed", tags=["datafeed"])
    assert isinstance(api, APIRouter)
    assert api.prefix == "/datafeed"


def test_models_have_the_fields_of_the_methodology():
    assert list(BarsSubscriptionRequest.model_fields) == ["symbol", "resolution"]
    always = [name for name, field in Bar.model_fields.items() if field.is_required()]
    assert always == ["time", "open", "high", "low", "close", "volume"]
