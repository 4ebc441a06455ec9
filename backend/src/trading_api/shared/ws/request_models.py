"""Which models may be a subscription request: those whose topic both languages build alike."""

import types
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from trading_api.shared.errors import ConfigurationError

_ALLOWED = "strings, booleans, integers, enums of these, lists and models of these"


def check_request_model(model: type[BaseModel]) -> None:
    """Accept a request model whose values have one canonical text in every language (rule T1).

    Raises:
        ConfigurationError: names the model and the field that cannot be part of a topic.
    """
    _check_model(model, model.__name__, set())


def _check_model(model: type[BaseModel], name: str, seen: set[type[BaseModel]]) -> None:
    if model in seen:
        return
    seen.add(model)
    if issubclass(model, RootModel):
        raise ConfigurationError(
            f"{name}: a request is an object with named fields, not a RootModel"
        )
    if model.model_config.get("extra") == "allow":
        raise ConfigurationError(
            f'{name}: extra="allow" is refused, requests know all their fields'
        )
    for computed in model.model_computed_fields:
        raise ConfigurationError(f"{name}.{computed}: a computed field cannot be part of a topic")
    for field_name, field in model.model_fields.items():
        path = f"{name}.{field_name}"
        _check_field(field, path)
        for nested in _check_type(field.annotation, path, may_be_null=True):
            _check_model(nested, path, seen)


def _check_field(field: FieldInfo, path: str) -> None:
    if field.alias or field.validation_alias or field.serialization_alias:
        raise ConfigurationError(f"{path}: a request field has no alias, name it as on the wire")
    if field.exclude:
        raise ConfigurationError(f"{path}: an excluded field would make two requests one topic")


def _check_type(annotation: Any, path: str, may_be_null: bool = False) -> Iterator[type[BaseModel]]:
    """Yield the models inside `annotation`; raise when it holds anything else than allowed."""
    if annotation in (str, bool, int):
        return
    if annotation is type(None) and may_be_null:
        return
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    if _is_plain_enum(annotation) or _is_plain_literal(annotation):
        return
    parts, nullable = _parts(annotation)
    if not parts:
        raise ConfigurationError(f"{path}: a request holds {_ALLOWED}; got {_named(annotation)}")
    for part in parts:
        yield from _check_type(part, path, may_be_null=nullable and may_be_null)


def _parts(annotation: Any) -> tuple[tuple[Any, ...], bool]:
    """Return what a list, union or alias is made of, and whether null may be one of it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return (get_args(annotation)[0],), True
    if origin in (Union, types.UnionType):
        return get_args(annotation), True
    if origin is list:
        return get_args(annotation), False
    if hasattr(annotation, "__value__"):
        return (annotation.__value__,), True
    return (), False


def _is_plain_enum(annotation: Any) -> bool:
    if not (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return False
    return all(isinstance(member.value, (str, int)) for member in annotation)


def _is_plain_literal(annotation: Any) -> bool:
    if get_origin(annotation) is not Literal:
        return False
    return all(isinstance(value, (str, int)) for value in get_args(annotation))


def _named(annotation: Any) -> str:
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)
