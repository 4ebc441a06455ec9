"""JSON schemas of the wire's models, as AsyncAPI 3 wants them: draft-07, plain names."""

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from trading_api.shared.errors import ConfigurationError

Schema = dict[str, Any]
_Input = tuple[type[BaseModel], Literal["validation", "serialization"]]
REF_TEMPLATE = "#/components/schemas/{model}"


class WireJsonSchema(GenerateJsonSchema):
    """Pydantic writes JSON Schema 2020-12; AsyncAPI 3 reads draft-07 and names discriminators."""

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Name the discriminating property instead of describing it."""
        written = super().tagged_union_schema(schema)
        discriminator = written.get("discriminator")
        if isinstance(discriminator, dict):
            written["discriminator"] = discriminator["propertyName"]
        return written

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """Write a tuple as a list of items; draft-07 readers do not know `prefixItems`."""
        written = super().tuple_schema(schema)
        if "prefixItems" in written:
            rest = written.pop("items", False)
            written["items"] = written.pop("prefixItems")
            written["additionalItems"] = rest
        return written

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that repeat the field's name."""
        return False


def model_schemas(
    received: Sequence[type[BaseModel]], sent: Sequence[type[BaseModel]]
) -> dict[str, Schema]:
    """Return the schema of each model and of what it holds, by the model's own name, sorted.

    Args:
        received: what clients send; unknown fields are refused where the models say so.
        sent: what the server sends; open, because a newer server may send more (rule F4).

    Raises:
        ConfigurationError: two different models share a name, or one looks different as it is
            received and as it is sent.
    """
    inputs: list[_Input] = [(model, "validation") for model in dict.fromkeys(received)]
    outputs: list[_Input] = [(model, "serialization") for model in dict.fromkeys(sent)]
    schemas = _definitions(inputs + outputs)
    for name in schemas:
        _check_name(name)
    for name in schemas.keys() - _definitions(inputs).keys():
        schemas[name].pop("additionalProperties", None)
    return {name: schemas[name] for name in sorted(schemas)}


def _definitions(models: Sequence[_Input]) -> dict[str, Schema]:
    _, document = models_json_schema(
        models, ref_template=REF_TEMPLATE, schema_generator=WireJsonSchema
    )
    definitions: dict[str, Schema] = document.get("$defs", {})
    return definitions


def without_nulls(schema: Schema) -> Schema:
    """Return the schema of an object whose null members are left out of the frame."""
    properties = {name: _not_null(member) for name, member in schema["properties"].items()}
    nullable = {name for name in properties if properties[name] != schema["properties"][name]}
    required = [name for name in schema.get("required", ()) if name not in nullable]
    return {**schema, "properties": properties, "required": required}


def _not_null(member: Schema) -> Schema:
    choices = member.get("anyOf", [])
    kept = [choice for choice in choices if choice.get("type") != "null"]
    if len(kept) == len(choices):
        return member
    rest = {key: member[key] for key in member if key not in ("anyOf", "default")}
    return {**kept[0], **rest} if len(kept) == 1 else {**rest, "anyOf": kept}


def _check_name(name: str) -> None:
    # Pydantic tells two schemas of one name apart by direction ("Bar-Input") or by module.
    model = name.partition("-")[0].rpartition("__")[2]
    if model != name:
        remedy = "rename one, or keep apart what is received and what is sent"
        raise ConfigurationError(f"{model} names two different schemas ({name}); {remedy}")
