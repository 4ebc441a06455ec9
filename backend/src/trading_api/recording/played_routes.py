"""The routes of the product, with a tape behind them in the place of their services."""

import json
from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from trading_api.recording.playback import Playback
from trading_api.shared.ws.router_interface import Delivery, WsRouteInterface, WsRouteService


class PlayedRoute:
    """One route: its models and its delivery are the product's; see `WsRouteInterface`."""

    def __init__(self, router: WsRouteInterface, playback: Playback) -> None:
        self.route = router.route
        self.tags = router.tags
        self.service: WsRouteService = playback
        self.stale_after_s: float | None = None
        self.delivery: Delivery = router.delivery
        self._router = router

    @property
    def request_model(self) -> type[BaseModel]:
        return self._router.request_model

    @property
    def update_model(self) -> type[BaseModel]:
        return self._router.update_model


class Keys:
    """Which key a payload has, by its route."""

    def __init__(self, routers: Iterable[WsRouteInterface]) -> None:
        self._keys = {router.route: router.delivery.key for router in routers}

    def __call__(self, topic: str, payload: str) -> str:
        key = self._keys.get(topic.partition(":")[0])
        return "" if key is None else str(json.loads(payload)[key])


def played_routes(
    routers: Sequence[WsRouteInterface], playback: Playback
) -> list[WsRouteInterface]:
    """Return the routers, each with the tape in the place of its service."""
    return [PlayedRoute(router, playback) for router in routers]
