"""`WsRouter[Request, Update]`: one route, pinned to its models by a generated subclass."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from pydantic import BaseModel

from .router_interface import Delivery, WsRouteService

RequestT = TypeVar("RequestT", bound=BaseModel)
UpdateT = TypeVar("UpdateT", bound=BaseModel)


class WsRouter(Generic[RequestT, UpdateT]):
    """One route: the family of topics that share a request and an update model.

    Generated subclasses pin `request_model` and `update_model`. The defaults suffice for most
    streams: one value a topic, newest wins.
    """

    request_model: ClassVar[type[BaseModel]]
    update_model: ClassVar[type[BaseModel]]

    def __init__(
        self,
        *,
        route: str,
        service: WsRouteService,
        tags: Sequence[str] = (),
        delivery: Delivery = Delivery(),
        stale_after_s: float | None = None,
    ) -> None:
        self.route = route
        self.tags = list(tags)
        self.service = service
        self.delivery = delivery
        self.stale_after_s = stale_after_s
