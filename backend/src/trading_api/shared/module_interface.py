"""What a module must offer to be part of the app, and what it may offer beyond."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from fastapi import APIRouter, FastAPI
from prometheus_client.core import Metric

from .ws.router_interface import WsRouteInterface

if TYPE_CHECKING:
    from .ws.ws_app import WsApp


class Module(Protocol):
    """A named part of the product: HTTP routes, streams, and the service behind both."""

    @property
    def name(self) -> str:
        """The module's name: lower case, the prefix of its REST paths."""
        ...

    @property
    def service(self) -> Any:
        """The module's logic, built on first use."""
        ...

    def get_api_routers(self) -> list[APIRouter]:
        """Return the HTTP routers, each with its own prefix."""
        ...

    def get_ws_routers(self) -> list[WsRouteInterface]:
        """Return the stream routers; called once an app, after generation."""
        ...

    def configure_app(self, api_app: FastAPI, ws_app: "WsApp") -> None:
        """Adjust the app further; most modules need nothing here."""
        ...


@runtime_checkable
class Startable(Protocol):
    """A module that holds resources: started and stopped with each lifespan of the app."""

    async def start(self) -> None:
        """Open what the service needs; called before the first request."""
        ...

    async def stop(self) -> None:
        """Release everything; called after the last connection has closed."""
        ...


@runtime_checkable
class Measured(Protocol):
    """A module with metrics of its own, served beside the server's."""

    def metrics(self) -> Iterable[Metric]:
        """Return their values; called in the loop at each scrape, must not block.

        All of them are returned at all times, without values where there are none yet.
        """
        ...
