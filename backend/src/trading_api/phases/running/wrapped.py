"""A module that serves nothing and stands between services and their topics."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, FastAPI

from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

Between = Callable[[str, TopicUpdate], TopicUpdate]
"""Returns what a service is given for a topic in the place of its own callback."""
Begun = Callable[[Any], None]


class Wrapping:
    """What every module must be; `configure_app` is left to the module."""

    name: str

    def __init__(self, settings: Any = None) -> None:
        self.service = None

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return []

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        raise NotImplementedError


def stand_between(
    router: WsRouteInterface, between: Between, begun: Begun = lambda told: None
) -> None:
    """Let the service of a route get another callback for each of the route's topics.

    `begun` hears of that callback when the topic has been created.

    The service stays what it is: others ask it what else it can do.
    """
    create = router.service.create_topic

    async def create_topic(topic: str, topic_update: TopicUpdate) -> None:
        if not topic.startswith(f"{router.route}:"):
            await create(topic, topic_update)
            return
        told = between(topic, topic_update)
        await create(topic, told)
        begun(told)

    setattr(router.service, "create_topic", create_topic)  # noqa: B010
