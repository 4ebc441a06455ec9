"""Commands as JSON: the cause that a step keeps."""

from dataclasses import fields, is_dataclass
from enum import IntEnum
from typing import Any

from trading_api.modules.broker.engine.inputs import Command


def cause_of(command: Command) -> dict[str, Any]:
    """Return the command's name and its members; those that are None are left out."""
    return {"command": type(command).__name__, **_members(command)}


def _members(value: Any) -> dict[str, Any]:
    return {
        name: member if type(member) in _PLAIN else _json(member)
        for name in _names(type(value))
        if (member := getattr(value, name)) is not None
    }


def _json(value: Any) -> Any:
    if isinstance(value, IntEnum):
        return int(value)
    if is_dataclass(value):
        return _members(value)
    return sorted(value) if isinstance(value, frozenset) else list(value)


_PLAIN = frozenset({int, str, bool})
_NAMES: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES[kind] = tuple(field.name for field in fields(kind))
    return names
