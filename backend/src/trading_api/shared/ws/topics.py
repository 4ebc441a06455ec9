"""Topics: `route:{canonical request}`, the same text in every language (rule T1).

Canonical is RFC 8785: keys sorted by UTF-16 code units, no blanks, the shortest escapes. Numbers
are integers that a JavaScript number holds exactly, so its number formatting is never needed.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.shared.errors import Refusal
from trading_api.shared.validation import describe_errors, shown

MAX_TOPIC_BYTES = 2048
# Deeper than any request model goes, shallower than the interpreter's stack.
MAX_DEPTH = 64


def canonical(params: Any) -> str:
    """Return `params` as RFC 8785 JSON, null members left out at every depth.

    Raises:
        Refusal: `invalid_payload` naming the member that has no canonical text: a fraction, an
            integer beyond ±(2^53-1), a lone surrogate, a null inside an array.
    """
    return _text(params, ())


def parse_request(model: type[BaseModel], payload: Any) -> dict[str, Any]:
    """Return the validated request as params: null members absent, defaults filled in.

    Types are strict, unknown fields are refused.

    Raises:
        Refusal: `invalid_payload` naming the field, what was expected and what came.
    """
    if not isinstance(payload, dict):
        raise Refusal("invalid_payload", f"payload: expected an object, got {shown(payload)}")
    # JSON mode, not Python mode: there strict accepts an enum's value as the wire carries it.
    text = canonical(payload)
    try:
        request = model.model_validate_json(text, strict=True, extra="forbid")
    except ValidationError as error:
        raise Refusal("invalid_payload", describe_errors(error.errors())) from None
    params = _members(request)
    _refuse_rewritten(json.loads(text), params, ())
    return params


def topic_of(route: str, request: BaseModel | Mapping[str, Any]) -> str:
    """Return the topic of a request (a validated model, or its members) on `route`.

    Raises:
        Refusal: `topic_too_long` beyond 2 KiB of UTF-8; `invalid_payload` as `canonical` does.
    """
    members = _members(request) if isinstance(request, BaseModel) else dict(request)
    topic = f"{route}:{canonical(members)}"
    size = len(topic.encode())
    if size > MAX_TOPIC_BYTES:
        message = f"expected a topic of at most {MAX_TOPIC_BYTES} bytes, got {size}"
        raise Refusal("topic_too_long", message)
    return topic


def split_topic(topic: str) -> tuple[str, dict[str, Any]]:
    """Return a topic's route and its params.

    Raises:
        ValueError: the text is not a topic.
    """
    route, colon, text = topic.partition(":")
    params = json.loads(text) if colon else None
    if not route or not isinstance(params, dict):
        raise ValueError(f"expected route:{{json object}}, got {shown(topic)}")
    return route, params


def _members(request: BaseModel) -> dict[str, Any]:
    return request.model_dump(mode="json", exclude_none=True)


def _text(value: Any, path: tuple[str, ...]) -> str:
    if isinstance(value, str):
        return _quoted(value, path)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _integer(value, path)
    if len(path) > MAX_DEPTH:
        raise _refusal(path[:1], f"at most {MAX_DEPTH} levels of nesting", "more")
    if isinstance(value, dict):
        return _object(value, path)
    if isinstance(value, list):
        return "[" + ",".join(_text(item, (*path, str(i))) for i, item in enumerate(value)) + "]"
    raise _refusal(path, "a string, boolean, integer, list or object", shown(value))


def _object(members: dict[str, Any], path: tuple[str, ...]) -> str:
    # Sorted by UTF-16 code units, as RFC 8785 and JavaScript sort: big-endian bytes compare alike.
    keys = sorted(members, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    texts = [
        f"{_quoted(key, path)}:{_text(members[key], (*path, key))}"
        for key in keys
        if members[key] is not None
    ]
    return "{" + ",".join(texts) + "}"


def _quoted(text: str, path: tuple[str, ...]) -> str:
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise _refusal(path, "valid Unicode", "a lone surrogate")
    return json.dumps(text, ensure_ascii=False)


def _integer(number: int, path: tuple[str, ...]) -> str:
    if abs(number) > MAX_SAFE_INTEGER:
        # Digits beyond any use are not repeated: turning them to text takes quadratic time.
        came = str(number) if number.bit_length() <= 128 else "a larger number"
        raise _refusal(path, f"an integer within ±{MAX_SAFE_INTEGER}", came)
    return str(int(number))


def _refuse_rewritten(given: Any, validated: Any, path: tuple[str, ...]) -> None:
    """Refuse what a model's validators would change: the client's topic would be another."""
    if isinstance(given, dict) and isinstance(validated, dict):
        for key, value in given.items():
            _refuse_rewritten(value, validated.get(key), (*path, key))
    elif isinstance(given, list) and isinstance(validated, list) and len(given) == len(validated):
        for index, (item, other) in enumerate(zip(given, validated, strict=True)):
            _refuse_rewritten(item, other, (*path, str(index)))
    elif given != validated or isinstance(given, bool) != isinstance(validated, bool):
        raise _refusal(path, shown(validated), shown(given))


def _refusal(path: tuple[str, ...], expected: str, came: str) -> Refusal:
    return Refusal(
        "invalid_payload", f"{'.'.join(path) or 'payload'}: expected {expected}, got {came}"
    )
