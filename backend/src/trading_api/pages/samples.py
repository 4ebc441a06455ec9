"""An example value for a schema: plausible by the field's name, valid by its type."""

import json
from typing import Any

from .schemas import Schema, Schemas, item_of, resolved

MAX_DEPTH = 8
PLAUSIBLE: dict[str, Any] = {
    "symbol": "AAPL",
    "n": "AAPL",
    "resolution": "1",
    "accountId": "demo",
    "epoch": "7c1f0a9e",
    "seq": 41,
    "time": 1764077400000,
    "ts": 1764077401250,
    "timestamp": 1764077401250,
    "from_time": 0,
    "to_time": 1800000000000,
    "count_back": 3,
    "open": 187.1,
    "high": 187.9,
    "low": 186.8,
    "close": 187.4,
    "price": 187.4,
    "lp": 187.4,
    "bid": 187.39,
    "ask": 187.41,
    "volume": 1200,
    "qty": 100,
    "currency_code": "USD",
    "timezone": "America/New_York",
}
BY_TYPE: dict[str, Any] = {"string": "text", "number": 1.5, "boolean": True, "null": None}
PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
}


def sample(schema: Schema, schemas: Schemas, name: str = "", depth: int = 0) -> Any:
    """Return the schema's own example, or a value that it accepts with the required members."""
    schema = resolved(schema, schemas)
    given = schema.get("examples") or schema.get("enum")
    if given:
        return given[0]
    if "const" in schema:
        return schema["const"]
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        return sample(choices[0], schemas, name, depth)
    if schema.get("type") == "object":
        return _object(schema, schemas, depth)
    if schema.get("type") == "array":
        return [sample(item_of(schema), schemas, name.removesuffix("s"), depth + 1)]
    return _scalar(schema, name)


def sample_text(value: Any) -> str:
    """Return a sample as it is shown: short lists and objects on one line."""
    line = json.dumps(value, ensure_ascii=False)
    return line if len(line) <= 60 else json.dumps(value, ensure_ascii=False, indent=2)


def _object(schema: Schema, schemas: Schemas, depth: int) -> dict[str, Any]:
    if depth > MAX_DEPTH:
        return {}
    members = schema.get("properties", {})
    wanted = [name for name in members if name in schema.get("required", [])]
    return {name: sample(members[name], schemas, name, depth + 1) for name in wanted}


def _scalar(schema: Schema, name: str) -> Any:
    kind = schema.get("type", "string")
    value = PLAUSIBLE.get(name)
    if isinstance(value, PYTHON_TYPES.get(kind, ())):
        return value
    if kind == "integer":
        return max(1, schema.get("minimum", 1))
    return BY_TYPE.get(kind)
