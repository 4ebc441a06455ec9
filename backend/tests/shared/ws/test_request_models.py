"""What may be a field of a subscription request."""

from datetime import datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal, Optional
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, Field, RootModel, computed_field, create_model

from trading_api.models import broker, market
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.request_models import check_request_model


class Side(IntEnum):
    BUY = 1


class Ratio(Enum):
    HALF = 0.5


class Leg(BaseModel):
    symbol: str
    legs: list["Leg"] = []


class Priced(BaseModel):
    price: float


class Computed(BaseModel):
    @computed_field
    def size(self) -> int:
        return 1


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")


class Listed(RootModel[list[str]]):
    pass


ALLOWED = [
    str,
    bool,
    int,
    Side,
    Literal["a", 1, True],
    list[str],
    list[list[int]],
    Leg,
    list[Leg],
    str | None,
    Optional[list[Leg]],  # noqa: UP045 - the old spelling is what is tested
    Annotated[int, Field(ge=1)] | None,
    Annotated[str | None, Field(max_length=3)],
]
REFUSED = [
    float,
    Decimal,
    datetime,
    UUID,
    bytes,
    object,
    Any,
    dict[str, int],
    list,
    list[float],
    list[str | None],
    tuple[int, str],
    set[str],
    float | None,
    int | float,
    Ratio,
    Literal["a", None],
    Listed,
    Priced,
    Open,
    Computed,
    list[Priced],
]


@pytest.mark.parametrize("annotation", ALLOWED, ids=str)
def test_T1_field_that_has_one_text_in_every_language_is_allowed(annotation):
    check_request_model(create_model("Request", field=(annotation, ...)))


@pytest.mark.parametrize("annotation", REFUSED, ids=str)
def test_T1_other_field_is_refused_by_model_and_name(annotation):
    model = create_model("Request", field=(annotation, ...))
    with pytest.raises(ConfigurationError, match=r"^Request\.field"):
        check_request_model(model)


@pytest.mark.parametrize("field", [Field(alias="f"), Field(exclude=True)], ids=["alias", "exclude"])
def test_T1_field_whose_wire_form_differs_is_refused(field):
    with pytest.raises(ConfigurationError, match=r"^Request\.field"):
        check_request_model(create_model("Request", field=(str, field)))


@pytest.mark.parametrize("domain", [market, broker], ids=["market", "broker"])
def test_T1_every_subscription_request_of_the_product_is_allowed(domain):
    names = [name for name in domain.__all__ if name.endswith("SubscriptionRequest")]
    for name in names:
        check_request_model(getattr(domain, name))
    assert names
