"""Validation failures in one sentence: the field, what was expected and what came."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

# A reply names the first mistakes, not a page of them.
MAX_MISTAKES = 3
MAX_SHOWN = 60


def describe_errors(errors: Sequence[Any]) -> str:
    """Return the first mistakes of Pydantic's `errors()` as text, e.g. "symbol: field required"."""
    shown = "; ".join(_describe(error) for error in errors[:MAX_MISTAKES])
    rest = len(errors) - MAX_MISTAKES
    return shown if rest <= 0 else f"{shown}; and {rest} more"


def shown(value: Any) -> str:
    """Return `value` as JSON (or its repr), cut to a length that fits in a message."""
    try:
        text = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=True)
    except (TypeError, ValueError, RecursionError):
        text = ascii(type(value).__name__)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}..."


def _describe(error: dict[str, Any]) -> str:
    field = ".".join(str(part) for part in error["loc"]) or "payload"
    if error["type"] == "missing":
        return f"{field}: field required"
    if error["type"] == "extra_forbidden":
        return f"{field}: unknown field"
    expected = error["msg"][:1].lower() + error["msg"][1:]
    return f"{field}: {expected}, got {shown(error.get('input'))}"
