"""The module `silence`: one route answers subscriptions and publishes nothing."""

import os
from typing import Any

from fastapi import FastAPI

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.router_interface import (
    SnapshotService,
    TopicState,
    TopicUpdate,
    WsRouteInterface,
)
from trading_api.shared.ws.ws_app import WsApp

from .plug_in import SILENCE, SILENT_ROUTE
from .wrapped import Wrapping, stand_between


class Muted:
    """The callback of a topic whose producer is switched off; its status is still told."""

    def __init__(self, topic_update: TopicUpdate) -> None:
        self._topic_update = topic_update

    def __call__(self, update: Any) -> None:
        pass

    threadsafe = recorded = __call__

    def status(
        self, state: TopicState, code: str | None = None, message: str | None = None
    ) -> None:
        self._topic_update.status(state, code, message)


class Silence(Wrapping):
    """Switches the producer of the route off that the environment names."""

    name = SILENCE

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        route = os.environ.get(SILENT_ROUTE, "")
        if route and route not in ws_app.routers:
            expected = ", ".join(ws_app.routers)
            raise ConfigurationError(f"{SILENT_ROUTE}: expected one of {expected}, got {route!r}")
        if route:
            silence(ws_app.routers[route])


def silence(router: WsRouteInterface) -> None:
    """Take every update and the state of a route away from its topics."""
    stand_between(router, lambda _, topic_update: Muted(topic_update))
    service = router.service
    if isinstance(service, SnapshotService):
        known = service.snapshot

        def snapshot(topic: str) -> Any:
            return () if topic.startswith(f"{router.route}:") else known(topic)

        setattr(service, "snapshot", snapshot)  # noqa: B010
