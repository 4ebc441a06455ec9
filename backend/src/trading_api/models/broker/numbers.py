"""Numbers of requests: taken as the decimal that was written, and nothing else for a number."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, WithJsonSchema

PATTERN = r"^-?[0-9]{1,24}(\.[0-9]{1,18})?$"
_WRITTEN = re.compile(PATTERN)
Member = TypeVar("Member", bound=IntEnum)


def exact(value: Any) -> Decimal:
    """Return a JSON number or a decimal string as the decimal that it is."""
    if isinstance(value, str) and _WRITTEN.match(value):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise ValueError("expected a number, or one as a decimal string")


def member_of(kind: type[Member]) -> Callable[[Any], Member]:
    """Return what takes a JSON integer as a member of `kind`."""
    known = {int(each): each for each in kind}

    def member(value: Any) -> Member:
        found = known.get(value) if type(value) is int else None
        if found is not None:
            return found
        if isinstance(value, kind):
            return value
        raise ValueError(f"expected one of {', '.join(map(str, known))}")

    return member


Number = Annotated[
    Decimal,
    # Before the validator: what comes after one is checked in Python.
    Field(allow_inf_nan=False, max_digits=36, decimal_places=18),
    BeforeValidator(exact),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": PATTERN}]}),
]
