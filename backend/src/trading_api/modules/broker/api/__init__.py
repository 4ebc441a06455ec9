"""The broker over HTTP: a router a noun, all of one account that the request names."""

from fastapi import APIRouter

from trading_api.modules.broker.service import BrokerService

from .accounts import AccountsApi
from .executions import ExecutionsApi
from .ledger import LedgerApi
from .leverage import LeverageApi
from .orders import OrdersApi
from .positions import PositionsApi
from .risk import RiskApi


def broker_routers(service: BrokerService, *, prefix: str, tags: list[str]) -> list[APIRouter]:
    """Return the routers of the module."""
    kinds = (OrdersApi, PositionsApi, ExecutionsApi, AccountsApi, RiskApi, LeverageApi, LedgerApi)
    return [kind(service, prefix=prefix, tags=tags) for kind in kinds]
