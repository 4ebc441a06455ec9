"""Adds modules to an app; a route that another one serves is refused by name."""

import re
from collections.abc import Iterable, Iterator, Sequence

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from trading_api.server_api import API_PREFIX
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.module_interface import Module
from trading_api.shared.ws.asyncapi import asyncapi_document
from trading_api.shared.ws.ws_app import WsApp

PARAMETER = re.compile(r"\{[^{}]*\}")


def add_modules(
    app: FastAPI, ws_app: WsApp, modules: Sequence[Module], own_routes: APIRouter
) -> None:
    """Add what each module serves, in order; `own_routes` are the server's own.

    Raises:
        ConfigurationError: a route is taken, or models cannot be streamed; names the module.
    """
    owners = dict.fromkeys(_operations([own_routes]), "the server")
    for module in modules:
        try:
            _add(app, ws_app, module, owners)
        except ConfigurationError as refused:
            raise ConfigurationError(f"module {module.name!r}: {refused}") from None


def _add(app: FastAPI, ws_app: WsApp, module: Module, owners: dict[str, str]) -> None:
    routers = module.get_api_routers()
    for operation in _operations(routers):
        if operation in owners:
            raise ConfigurationError(f"{operation} is served by {owners[operation]} already")
        owners[operation] = f"module {module.name!r}"
    for router in routers:
        app.include_router(router, prefix=API_PREFIX)
    ws_app.add_routers(module.get_ws_routers())
    # Models of one name would fail only when somebody asks for the document.
    asyncapi_document(ws_app.routers.values())
    module.configure_app(app, ws_app)


def _operations(routers: Iterable[APIRouter]) -> Iterator[str]:
    """Yield `GET /api/v1/…` of each route; what a parameter is called makes no difference."""
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute):
                path = API_PREFIX + PARAMETER.sub("{}", route.path)
                yield from (f"{method} {path}" for method in sorted(route.methods or ()))
