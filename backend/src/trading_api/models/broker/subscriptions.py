"""Subscription requests of the account streams."""

from pydantic import Field

from trading_api.models.wire import RequestModel


class OrderSubscriptionRequest(RequestModel):
    """The orders of one account."""

    accountId: str = Field(examples=["demo"])


class PositionSubscriptionRequest(RequestModel):
    """The positions of one account."""

    accountId: str = Field(examples=["demo"])


class ExecutionSubscriptionRequest(RequestModel):
    """The executions of one account."""

    accountId: str = Field(examples=["demo"])


class AccountSubscriptionRequest(RequestModel):
    """Every step of one account."""

    accountId: str = Field(examples=["demo"])


class EquitySubscriptionRequest(RequestModel):
    """The equity of one account."""

    accountId: str = Field(examples=["demo"])


class BrokerConnectionSubscriptionRequest(RequestModel):
    """The state of one account's link to its venue."""

    accountId: str = Field(examples=["demo"])
