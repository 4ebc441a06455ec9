"""Schemas of models: draft-07, one name one model."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, create_model

from trading_api.models.broker import PlacedOrder
from trading_api.models.wire import WireModel
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.asyncapi.schemas import model_schemas, without_nulls


class Fixed(WireModel):
    kind: Literal["fixed"]


class Trailing(WireModel):
    kind: Literal["trailing"]


class Stop(WireModel):
    stop: Annotated[Fixed | Trailing, Field(discriminator="kind")]
    level: tuple[float, int]
    note: str = ""


class Bar(BaseModel):
    time: int = 0


def test_tagged_union_names_its_property():
    stop = model_schemas([], [Stop])["Stop"]["properties"]["stop"]
    assert (stop["discriminator"], len(stop["oneOf"])) == ("kind", 2)


def test_tuple_is_a_closed_list_of_items():
    level = model_schemas([], [Stop])["Stop"]["properties"]["level"]

    assert level["items"] == [{"type": "number"}, {"type": "integer"}]
    assert level["additionalItems"] is False
    assert "prefixItems" not in level


def test_enumeration_keeps_its_names():
    status = model_schemas([], [PlacedOrder])["OrderStatus"]
    assert dict(zip(status["x-enum-varnames"], status["enum"], strict=True))["Working"] == 6


def test_sent_field_with_a_default_is_always_there():
    assert "note" in model_schemas([], [Stop])["Stop"]["required"]


def test_model_that_differs_by_direction_is_refused():
    with pytest.raises(ConfigurationError, match=r"^Stop names two different schemas \(Stop-Input"):
        model_schemas([Stop], [Stop])


@pytest.mark.parametrize("received", [[], [Bar]])
def test_two_models_of_one_name_are_refused(received):
    other = create_model("Bar", close=(float, ...), __module__="elsewhere")
    with pytest.raises(ConfigurationError, match=r"^Bar names two different schemas"):
        model_schemas(received, [other] if received else [other, Bar])


def test_null_that_is_left_out_is_an_absent_member():
    model = create_model(
        "Note", text=(str | None, None), size=(int | float | None, ...), n=(int, 1)
    )
    schema = without_nulls(model_schemas([], [model])["Note"])

    assert schema["properties"]["text"] == {"type": "string"}
    assert schema["properties"]["size"] == {"anyOf": [{"type": "integer"}, {"type": "number"}]}
    assert "size" not in schema["required"]
