"""Subscription requests of the account streams."""

from trading_api.models.wire import RequestModel


class OrderSubscriptionRequest(RequestModel):
    """The orders of one account."""

    accountId: str


class PositionSubscriptionRequest(RequestModel):
    """The positions of one account."""

    accountId: str


class ExecutionSubscriptionRequest(RequestModel):
    """The executions of one account."""

    accountId: str


class AccountSubscriptionRequest(RequestModel):
    """Every step of one account."""

    accountId: str


class EquitySubscriptionRequest(RequestModel):
    """The equity of one account."""

    accountId: str


class BrokerConnectionSubscriptionRequest(RequestModel):
    """The state of one account's link to its venue."""

    accountId: str
