"""Commands as JSON: the cause that a step keeps."""

from dataclasses import fields, is_dataclass
from enum import IntEnum
from typing import Any

from trading_api.modules.broker.engine.inputs import Command


def cause_of(command: Command) -> dict[str, Any]:
    """Return the command's name and its members; those that are None are left out."""
    return {"command": type(command).__name__, **_members(command)}


def _members(value: Any) -> dict[str, Any]:
    found = {}
    for name in _names(type(value)):
        member = getattr(value, name)
        if member is not None:
            found[name] = _json(member)
    return found


def _json(value: Any) -> Any:
    if isinstance(value, IntEnum):
        return int(value)
    if isinstance(value, int | str):
        return value
    if is_dataclass(value):
        return _members(value)
    return sorted(value) if isinstance(value, frozenset) else list(value)


_NAMES: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES[kind] = tuple(field.name for field in fields(kind))
    return names
