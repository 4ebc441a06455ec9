"""Generated from ws.py: edit that, never this file."""

from trading_api.models.market import QuoteData, QuoteDataSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class QuoteWsRouter(WsRouter[QuoteDataSubscriptionRequest, QuoteData]):
    request_model = QuoteDataSubscriptionRequest
    update_model = QuoteData
