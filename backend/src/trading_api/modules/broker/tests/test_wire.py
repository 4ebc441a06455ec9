"""What is written member by member is what the models say, in their order."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from trading_api.models.broker import Execution as WireExecution
from trading_api.models.broker import OrderStatus, OrderType, PlacedOrder, Side, StopType
from trading_api.models.broker import Position as WirePosition
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.records import Execution, Order, Position
from trading_api.modules.broker.testing import instrument
from trading_api.modules.broker.venue import terms_of
from trading_api.modules.broker.wire import execution_text, order_text, position_text

COIN = Listing.of(terms_of(instrument("COIN/USD", scale=(100, 5, 4))))
amounts = st.integers(0, 10**15)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ORDERS = st.builds(
    Order,
    id=texts,
    number=amounts,
    symbol=texts,
    type=st.sampled_from(OrderType),
    side=st.sampled_from(Side),
    qty=amounts,
    status=st.sampled_from(OrderStatus),
    time_in_force=st.sampled_from(["DAY", "GTC", "GTD", "IOC", "FOK"]),
    created_step=amounts,
    created_ts=amounts,
    updated_step=amounts,
    updated_ts=amounts,
    queue=amounts,
    limit_price=st.none() | amounts,
    stop_price=st.none() | amounts,
    take_profit=st.none() | amounts,
    stop_loss=st.none() | amounts,
    stop_type=st.none() | st.sampled_from(StopType),
    expires_ts=amounts,
    client_order_id=st.none() | texts,
    filled_qty=amounts,
    filled_cost=st.integers(0, 10**30),
    pending=st.sampled_from([None, "modify", "cancel"]),
    parent_id=st.none() | texts,
    parent_kind=st.sampled_from([None, "order", "position"]),
    oco_group=st.none() | texts,
    reduce_only=st.booleans(),
    reason=st.none() | texts,
    message=st.none() | texts,
)


def assert_written_as(model: type[BaseModel], text: str) -> None:
    read = model.model_validate_json(text)
    encoded = json.loads(read.model_dump_json())
    written = json.loads(text)
    assert written == encoded
    assert list(written) == list(encoded)


@given(ORDERS)
def test_an_order_is_written_as_its_model_says(order: Order):
    assert_written_as(PlacedOrder, order_text(order, COIN))


@given(qty=st.integers(-(10**15), 10**15), cost=st.integers(-(10**30), 10**30))
def test_a_position_is_written_as_its_model_says(qty: int, cost: int):
    assert_written_as(WirePosition, position_text(Position("COIN/USD", qty, cost), COIN))


@given(texts, amounts, amounts, st.integers(0, 10**30))
def test_an_execution_is_written_as_its_model_says(name: str, qty: int, price: int, fee: int):
    execution = Execution(name, 1, name, name, Side.SELL, qty, price, fee, 0, 1, 5, "")

    assert_written_as(WireExecution, execution_text(execution, COIN))


def test_numbers_are_those_of_the_instrument():
    order = Order(
        "o1", 1, "COIN/USD", OrderType.LIMIT, Side.BUY, 25_000, OrderStatus.WORKING, "GTD",
        1, 2, 3, 4, 5, limit_price=15_005, expires_ts=77, filled_qty=10_000,
        filled_cost=150_05 * 10**10,
    )  # fmt: skip

    found = PlacedOrder.model_validate_json(order_text(order, COIN))

    assert (found.qty, found.filledQty, found.limitPrice, found.avgPrice) == (
        2.5,
        1,
        150.05,
        150.05,
    )
    assert found.duration is not None
    assert found.duration.datetime == 77


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (OrderStatus.WORKING, "warning"),
        (OrderStatus.CANCELED, "information"),
        (OrderStatus.REJECTED, "error"),
    ],
)
def test_a_message_is_of_the_kind_that_the_status_makes_it(status: OrderStatus, kind: str):
    order = Order("o", 1, "S", OrderType.MARKET, Side.BUY, 1, status, "GTC", 1, 1, 1, 1, 1)

    found = PlacedOrder.model_validate_json(order_text(order._replace(message="why"), COIN))

    assert found.message is not None
    assert found.message.type == kind
