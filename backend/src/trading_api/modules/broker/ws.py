"""What the broker streams: six views of one account."""

from typing import TYPE_CHECKING, TypeAlias

from trading_api.models.broker import (
    AccountSubscriptionRequest,
    AccountUpdate,
    BrokerConnectionStatus,
    BrokerConnectionSubscriptionRequest,
    EquityData,
    EquitySubscriptionRequest,
    Execution,
    ExecutionSubscriptionRequest,
    OrderSubscriptionRequest,
    PlacedOrder,
    Position,
    PositionSubscriptionRequest,
)
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import Delivery, WsRouteInterface, WsRouteService

if TYPE_CHECKING:
    OrderWsRouter: TypeAlias = WsRouter[OrderSubscriptionRequest, PlacedOrder]
    PositionWsRouter: TypeAlias = WsRouter[PositionSubscriptionRequest, Position]
    ExecutionWsRouter: TypeAlias = WsRouter[ExecutionSubscriptionRequest, Execution]
    AccountWsRouter: TypeAlias = WsRouter[AccountSubscriptionRequest, AccountUpdate]
    EquityWsRouter: TypeAlias = WsRouter[EquitySubscriptionRequest, EquityData]
    ConnectionWsRouter: TypeAlias = WsRouter[
        BrokerConnectionSubscriptionRequest, BrokerConnectionStatus
    ]
else:
    from .ws_generated import (
        AccountWsRouter,
        ConnectionWsRouter,
        EquityWsRouter,
        ExecutionWsRouter,
        OrderWsRouter,
        PositionWsRouter,
    )

LOSSLESS = Delivery("lossless")


class BrokerWsRouters(list[WsRouteInterface]):
    """The broker's routes: what happened is lossless, what is has its latest value."""

    def __init__(self, broker_service: WsRouteService) -> None:
        tags = ["broker"]
        super().__init__(
            [
                OrderWsRouter(route="orders", tags=tags, service=broker_service, delivery=LOSSLESS),
                PositionWsRouter(
                    route="positions", tags=tags, service=broker_service, delivery=LOSSLESS
                ),
                ExecutionWsRouter(
                    route="executions", tags=tags, service=broker_service, delivery=LOSSLESS
                ),
                AccountWsRouter(
                    route="account", tags=tags, service=broker_service, delivery=LOSSLESS
                ),
                EquityWsRouter(route="equity", tags=tags, service=broker_service),
                ConnectionWsRouter(route="connection", tags=tags, service=broker_service),
            ]
        )
