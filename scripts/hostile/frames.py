"""Hostile messages, each with the number of answers that the protocol owes it.

Half are made from the AsyncAPI document and then spoiled, half are random bytes: as binary and as
text. Made with a seed, so that a failure comes back.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTRACT = Path(__file__).resolve().parents[2] / "contract" / "asyncapi.json"
# Some right answers, so that streams start; the rest are of the wrong size, kind or alphabet.
TEXTS = (
    "AAPL",
    "MSFT",
    "1",
    "5",
    "demo",
    "NO-SUCH",
    "",
    "x" * 4000,
    "\0",
    "日本",
    "\U0001f600",
    "../",
)
NUMBERS = (0, -1, 1, 2**53, 2**53 + 1, -(2**63), 10**400, 1.5, 1e308, True)
ODD: tuple[Any, ...] = (None, [], {}, [[]], {"": None}, False, [1, "a", None])
LARGEST_ARRAY = 4


@dataclass(frozen=True)
class Message:
    """One WebSocket message; binary when its content is bytes."""

    content: str | bytes
    answers: int


class FrameMaker:
    """Makes hostile messages."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        document = json.loads(CONTRACT.read_text(encoding="utf-8"))
        self._schemas = document["components"]["schemas"]
        messages = document["components"]["messages"]
        names = [
            name
            for name, operation in document["operations"].items()
            if operation["action"] == "receive"
        ]
        self._requests = [messages[name]["payload"] for name in names]

    def messages(self, count: int, answers: int) -> Iterator[Message]:
        """Yield `count` messages that together are owed at most `answers` answers (>= count)."""
        spare = answers - count
        for _ in range(count):
            message = self._message(1 + min(spare, LARGEST_ARRAY - 1))
            spare -= message.answers - 1
            yield message

    def _message(self, most: int) -> Message:
        make: Callable[[], Message] = self._chance.choice(
            (self._bytes, self._text, self._frame, self._frame, lambda: self._array(most))
        )
        return make()

    def _bytes(self) -> Message:
        return Message(self._chance.randbytes(self._chance.randrange(2000)), 1)

    def _text(self) -> Message:
        """Random valid UTF-8, or JSON that was cut or does not exist."""
        if self._chance.random() < 0.5:
            noise = self._chance.randbytes(self._chance.randrange(500))
            return Message(noise.decode("utf-8", "replace"), 1)
        nested = self._chance.choice(("[", '{"type":')) * self._chance.randrange(1, 3000)
        odd = ('{"type":NaN}', '{"type":"ping","x":"\\ud800"}', "[]", "5", '"ping"', "null", nested)
        return Message(self._chance.choice(odd), 1)

    def _frame(self) -> Message:
        return Message(json.dumps(self._spoiled()), 1)

    def _array(self, most: int) -> Message:
        """An array is answered one by one, unless one of its members is no frame."""
        frames = [self._spoiled() for _ in range(self._chance.randint(1, most))]
        are_frames = all(isinstance(frame.get("type"), str) for frame in frames)
        return Message(json.dumps(frames), len(frames) if are_frames else 1)

    def _spoiled(self) -> dict[str, Any]:
        """A request as documented, most often with something wrong."""
        frame: dict[str, Any] = self._value(self._chance.choice(self._requests))
        spoil = self._chance.randrange(6)
        member = self._chance.choice([*frame, "more"])
        if spoil == 0:
            frame[member] = self._odd()
        elif spoil == 1:
            frame.pop(member, None)
        elif spoil == 2 and isinstance(frame.get("payload"), dict):
            frame["payload"][self._chance.choice(TEXTS)] = self._odd()
        elif spoil == 3 and isinstance(frame.get("type"), str):
            frame["type"] += self._chance.choice((".", ".subscribe", "x" * 300, "\0"))
        return frame

    def _value(self, schema: dict[str, Any]) -> Any:
        """A value of a schema's kind; its bounds are not looked at."""
        if "$ref" in schema:
            return self._value(self._schemas[schema["$ref"].rsplit("/", 1)[1]])
        for choices in ("anyOf", "oneOf"):
            if choices in schema:
                return self._value(self._chance.choice(schema[choices]))
        if "const" in schema or "enum" in schema:
            return self._chance.choice(schema.get("enum") or [schema["const"]])
        if schema.get("type") == "object":
            return self._object(schema)
        values = {"string": TEXTS, "integer": NUMBERS[:5], "number": NUMBERS}
        return self._chance.choice(values.get(str(schema.get("type")), ODD))

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        required = schema.get("required", [])
        return {
            name: self._value(member)
            for name, member in schema.get("properties", {}).items()
            if name in required or self._chance.random() < 0.5
        }

    def _odd(self) -> Any:
        return self._chance.choice((*TEXTS, *NUMBERS, *ODD))
