"""Validation failures in one sentence: the field, what was expected and what came."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

# A reply names the first mistakes, not a page of them.
MAX_MISTAKES = 3
MAX_SHOWN = 60
MAX_REST = 20


def describe_errors(errors: Sequence[Any]) -> str:
    """Return the first mistakes of Pydantic's `errors()` as text, e.g. "symbol: field required".

    Unknown fields come first: one is often the misspelled name of a field that is missed.
    """
    ordered = sorted(errors, key=lambda error: error["type"] != "extra_forbidden")
    shown = "; ".join(_describe(error) for error in ordered[:MAX_MISTAKES])
    rest = len(errors) - MAX_MISTAKES
    return shown if rest <= 0 else f"{shown}; and {rest} more"


def describe_unreadable(text: str, at: int, why: str) -> str:
    """Return why `text` is no JSON; it can be read up to the index `at`."""
    rest = text[at : at + MAX_REST]
    got = shown(rest) if rest else "the end"
    return f"expected JSON, got {got} at character {at + 1}: {why[:1].lower()}{why[1:]}"


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
    said = error["msg"].removeprefix("Value error, ")
    expected = said[:1].lower() + said[1:]
    return f"{field}: {expected}, got {shown(error.get('input'))}"
