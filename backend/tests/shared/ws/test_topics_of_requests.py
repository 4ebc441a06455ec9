"""Requests are validated strictly and never rewritten."""

from enum import IntEnum, StrEnum
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from trading_api.models.market import BarsSubscriptionRequest
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.topics import parse_request, topic_of


class Side(IntEnum):
    BUY = 1
    SELL = -1


class Session(StrEnum):
    REGULAR = "regular"


class Leg(BaseModel):
    symbol: str
    ratio: int | None = None


class PlainRequest(BaseModel):
    """A plain model: strictness must not depend on its configuration."""

    symbol: str
    depth: int = 10
    side: Side | None = None
    session: Session = Session.REGULAR
    kind: Literal["full", 2] = "full"
    adjusted: bool = False
    legs: list[Leg] = Field(default_factory=list)


class TrimmingRequest(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    symbol: str


DEFAULTS = '"adjusted":false,"depth":10,"kind":"full","legs":[],"session":"regular"'


def _topic(payload: dict[str, Any]) -> str:
    return topic_of("depth", parse_request(PlainRequest, payload))


def test_T1_defaults_are_filled_in_and_remaining_nulls_dropped():
    assert _topic({"symbol": "A"}) == f'depth:{{{DEFAULTS},"symbol":"A"}}'


def test_T1_null_member_counts_as_absent_before_validation():
    payload = {"symbol": "A", "depth": None, "side": None, "unheard": None}
    assert _topic(payload) == f'depth:{{{DEFAULTS},"symbol":"A"}}'


def test_T1_nested_null_member_counts_as_absent():
    topic = _topic({"symbol": "A", "legs": [{"symbol": "B", "ratio": None}]})
    assert '"legs":[{"symbol":"B"}]' in topic


def test_T1_enums_travel_as_their_values():
    topic = _topic({"symbol": "A", "side": -1, "session": "regular", "kind": 2})
    assert '"kind":2' in topic
    assert '"side":-1' in topic


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("symbol", 1),
        ("symbol", True),
        ("depth", "10"),
        ("depth", 10.0),
        ("depth", True),
        ("depth", 2**53),
        ("side", True),
        ("side", 1.0),
        ("side", 3),
        ("session", "night"),
        ("kind", True),
        ("adjusted", 1),
        ("legs", {}),
        ("legs", [None]),
        ("unheard", 1),
    ],
)
def test_F2_wrong_member_is_refused_by_name(member, value):
    with pytest.raises(Refusal, match=rf"\b{member}\b") as refusal:
        parse_request(PlainRequest, {"symbol": "A", member: value})

    assert refusal.value.code == "invalid_payload"


def test_F4_unknown_field_of_a_nested_model_is_refused():
    with pytest.raises(Refusal, match=r"legs\.0\.unheard: unknown field"):
        parse_request(PlainRequest, {"symbol": "A", "legs": [{"symbol": "B", "unheard": 1}]})


def test_F4_what_a_model_would_rewrite_is_refused():
    with pytest.raises(Refusal, match=r'^symbol: expected "AAPL", got " AAPL"$'):
        parse_request(TrimmingRequest, {"symbol": " AAPL"})


@pytest.mark.parametrize("payload", [None, [], "AAPL", 1, True])
def test_F2_payload_that_is_no_object_is_refused(payload):
    with pytest.raises(Refusal, match=r"^payload: expected an object"):
        parse_request(BarsSubscriptionRequest, payload)


def test_F2_missing_field_is_refused_by_name():
    with pytest.raises(Refusal, match=r"^resolution: field required$"):
        parse_request(BarsSubscriptionRequest, {"symbol": "AAPL"})
