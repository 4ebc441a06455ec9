"""Builds the app: the only place that knows the modules."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Route, WebSocketRoute
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from trading_api.app_life import AppLife
from trading_api.metrics_page import METRICS_PATH, AppMetrics, MetricsPage
from trading_api.module_routes import add_modules
from trading_api.module_sources import load_modules
from trading_api.server_api import API_PREFIX, ServerApi
from trading_api.settings import Settings, load_settings
from trading_api.shared.access import AccessGuard
from trading_api.shared.charts import ChartDataModule, ChartingModule, ExecutionMarksModule
from trading_api.shared.clock import SystemClock
from trading_api.shared.drain_guard import DrainGuard
from trading_api.shared.http_errors import COMMON_ERRORS, add_error_handlers
from trading_api.shared.market import MarketModule, TradingModule
from trading_api.shared.module_interface import Module
from trading_api.shared.response_headers import GuardedResponses
from trading_api.shared.tracing import Tracer, tracer_of
from trading_api.shared.tracing.commands import TracedCommands
from trading_api.shared.ws.codegen import ensure_current
from trading_api.shared.ws.ws_app import WsApp
from trading_api.site import add_site, built_ui

MODULES_DIR = Path(__file__).parent / "modules"


def create_app(
    enabled_modules: list[str] | None = None,
    *,
    modules: Sequence[Module] = (),
    settings: Settings | None = None,
    tracer: Tracer | None = None,
) -> FastAPI:
    """Build an app of the named modules, ours and installed ones (None: as set), and of `modules`.

    Its spans go to `tracer` (None: as set).

    Raises:
        ConfigurationError: an unknown or broken module, or one whose routes are taken.
    """
    settings = settings or load_settings()
    ensure_current(MODULES_DIR)
    names = settings.module_names if enabled_modules is None else enabled_modules
    parts = [*load_modules(names, settings), *modules]
    clock = SystemClock()
    tracer = tracer or tracer_of(settings.traces, clock)
    ws_app = WsApp(settings, tracer=tracer)
    life = AppLife(ws_app, parts)
    app = FastAPI(
        title="Trading Pro",
        version="1.0.0",
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API_PREFIX}/openapi.json",
        generate_unique_id_function=_operation_id,
        responses=COMMON_ERRORS,
        lifespan=life.run,
    )
    app.state.ws_app = ws_app
    app.state.life = life
    refusals: Counter[str] = Counter()
    if tracer.is_on:
        app.add_middleware(TracedCommands, tracer=tracer)
    app.add_middleware(DrainGuard, draining=ws_app.draining, watched=METRICS_PATH)
    app.add_middleware(AccessGuard, allowed_hosts=settings.served_hosts, refusals=refusals)
    # Around the guard: its refusals carry the headers too.
    app.add_middleware(GuardedResponses)
    if settings.proxy_addresses:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.proxy_addresses)
    add_error_handlers(app, refusals)
    _trade(parts)
    _chart(parts)
    own_routes = ServerApi(ws_app, parts, clock)
    add_modules(app, ws_app, parts, own_routes)
    app.include_router(own_routes, prefix=API_PREFIX)
    app.router.routes.append(WebSocketRoute(f"{API_PREFIX}/ws", ws_app.endpoint.serve))
    app.state.metrics = AppMetrics(ws_app, parts, refusals)
    app.router.routes.append(Route(METRICS_PATH, MetricsPage(app.state.metrics).get))
    add_site(app, built_ui())
    return app


def _trade(parts: Sequence[Module]) -> None:
    """Hand the first market to the modules that trade."""
    traders = [part for part in parts if isinstance(part, TradingModule)]
    if not traders:
        return
    market = next((part.market for part in parts if isinstance(part, MarketModule)), None)
    if market is not None:
        for trader in traders:
            trader.trade_on(market)


def _chart(parts: Sequence[Module]) -> None:
    """Hand the first data, and the first marks, to the modules that serve charts."""
    data = next((part.chart_data for part in parts if isinstance(part, ChartDataModule)), None)
    if data is None:
        return
    marks = next(
        (part.execution_marks for part in parts if isinstance(part, ExecutionMarksModule)), None
    )
    for part in parts:
        if isinstance(part, ChartingModule):
            part.chart(data, marks)


def _operation_id(route: APIRoute) -> str:
    first, *rest = route.name.split("_")
    return first + "".join(word.capitalize() for word in rest)
