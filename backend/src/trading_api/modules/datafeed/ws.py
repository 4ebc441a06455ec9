"""What the datafeed streams."""

from typing import TYPE_CHECKING, TypeAlias

from trading_api.models.market import (
    Bar,
    BarsSubscriptionRequest,
    Depth,
    DepthSubscriptionRequest,
    MarketStatus,
    MarketStatusSubscriptionRequest,
    QuoteData,
    QuoteDataSubscriptionRequest,
    Trade,
    TradesSubscriptionRequest,
)
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import Delivery, WsRouteInterface

from .depth.service import merge_depth
from .service import DatafeedService
from .trades.trade_feed import RECENT_TRADES

if TYPE_CHECKING:
    BarWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]
    QuoteWsRouter: TypeAlias = WsRouter[QuoteDataSubscriptionRequest, QuoteData]
    TradeWsRouter: TypeAlias = WsRouter[TradesSubscriptionRequest, Trade]
    DepthWsRouter: TypeAlias = WsRouter[DepthSubscriptionRequest, Depth]
    MarketStatusWsRouter: TypeAlias = WsRouter[MarketStatusSubscriptionRequest, MarketStatus]
else:
    from .ws_generated import (
        BarWsRouter,
        DepthWsRouter,
        MarketStatusWsRouter,
        QuoteWsRouter,
        TradeWsRouter,
    )


class DatafeedWsRouters(list[WsRouteInterface]):
    """The datafeed's routes.

    Bars keep the last 16 bar times, trades the newest so many, depth a book; the others the last
    value.
    """

    def __init__(self, datafeed_service: DatafeedService) -> None:
        bars = BarWsRouter(
            route="bars",
            tags=["datafeed"],
            service=datafeed_service,
            delivery=Delivery("latest", key="time", held=16),
        )
        quotes = QuoteWsRouter(
            route="quotes",
            tags=["datafeed"],
            service=datafeed_service,
        )
        trades = TradeWsRouter(
            route="trades",
            tags=["datafeed"],
            service=datafeed_service.trades,
            delivery=Delivery("recent", held=RECENT_TRADES),
        )
        depth = DepthWsRouter(
            route="depth",
            tags=["datafeed"],
            service=datafeed_service.depth,
            delivery=Delivery("latest", merge=merge_depth),
        )
        market_status = MarketStatusWsRouter(
            route="market-status",
            tags=["datafeed"],
            service=datafeed_service.freshness,
        )
        super().__init__([bars, quotes, trades, depth, market_status])
