"""The two bases of everything that crosses the wire, and its number types."""

from enum import IntEnum
from typing import Annotated, Any

from pydantic import MISSING, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

# The largest integer that a JavaScript number holds exactly (RFC 7493, section 2.2).
MAX_SAFE_INTEGER = 2**53 - 1

UnixMs = Annotated[int, Field(ge=0, le=MAX_SAFE_INTEGER, json_schema_extra={"format": "int64"})]
"""Milliseconds since 1970-01-01T00:00:00Z."""


class WireModel(BaseModel):
    """Base of what the server sends: frozen, and every field is always present.

    But for one whose default is `MISSING`: it is absent unless it was set. The schema is open, for
    a newer server may send more (rule F4); the model is not.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_enum_values=False,
        allow_inf_nan=False,
        json_schema_serialization_defaults_required=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        target: dict[str, Any] = handler.resolve_ref_schema(schema)
        target.pop("additionalProperties", None)
        absent = {name for name, one in cls.model_fields.items() if one.default is MISSING}
        if absent:
            target["required"] = [name for name in target["required"] if name not in absent]
        return schema


class RequestModel(BaseModel):
    """Base of what a client sends: strict, unknown fields refused (rule F4)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class WireIntEnum(IntEnum):
    """An integer enumeration whose member names travel with the schema."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        target: dict[str, Any] = handler.resolve_ref_schema(schema)
        target["x-enum-varnames"] = [_pascal_case(member.name) for member in cls]
        return schema


def _pascal_case(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
