"""Frames: what a client sends is read from its text, what it gets is written as bytes. Pure.

The hot frame, `{route}.update`, is joined from text so that a payload is encoded once (rule U5).
"""

from typing import Any

from pydantic import BaseModel
from pydantic_core import from_json, to_json

from .messages import MAX_ID_LENGTH, MAX_ID_NUMBER, Entry, RequestId
from .rfc6455 import text_frame


class FrameSyntaxError(ValueError):
    """The text is no frame (rule F1); a usable id is kept for the answer."""

    def __init__(self, message: str, request_id: RequestId | None = None) -> None:
        super().__init__(message)
        self.request_id = request_id


def parse_frames(text: str, limit: int) -> list[dict[str, Any]]:
    """Return the frame objects of one WebSocket message, in order.

    Raises:
        FrameSyntaxError: not JSON, or not an object or array of 1 to `limit` objects with a type.
    """
    try:
        value = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise FrameSyntaxError(f"expected JSON, got: {error}") from None
    frames = value if isinstance(value, list) else [value]
    if not 1 <= len(frames) <= limit:
        raise FrameSyntaxError(f"expected an array of 1 to {limit} frames, got {len(frames)}")
    for frame in frames:
        if not isinstance(frame, dict) or not isinstance(frame.get("type"), str):
            raise FrameSyntaxError("expected an object with a string `type`", _id_of(value))
    return frames


def usable_id(value: Any) -> RequestId | None:
    """Return the request id if rule F3 lets it be echoed, else None."""
    if isinstance(value, str):
        return value if len(value) <= MAX_ID_LENGTH else None
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if abs(value) <= MAX_ID_NUMBER else None


def _id_of(value: Any) -> RequestId | None:
    return usable_id(value.get("id")) if isinstance(value, dict) else None


def encode_frame(type_: str, payload: BaseModel, request_id: RequestId | None = None) -> bytes:
    """Return a frame as it goes to the socket; fields that are None are left out."""
    frame: dict[str, Any] = {"type": type_}
    if request_id is not None:
        frame["id"] = request_id
    frame["payload"] = payload.model_dump(mode="json", exclude_none=True)
    return text_frame(to_json(frame))


class UpdateEncoder:
    """Joins the update frames of one topic around payloads encoded once."""

    def __init__(self, route: str, topic: str) -> None:
        name = to_json(topic).decode()
        self._head = f'{{"type":"{route}.update","payload":{{"topic":{name},"payload":'

    def frame(self, entry: Entry, *, skipped: int = 0, gap: bool = False) -> bytes:
        """Return a live update; `skipped` and `gap` only where they say something."""
        tail = f',"skipped":{skipped}' if skipped else ""
        return self._join(entry, entry.seq, tail + (',"gap":true' if gap else ""))

    def snapshot(self, entry: Entry, seq: int) -> bytes:
        """Return a part of the state as of `seq`."""
        return self._join(entry, seq, ',"snapshot":true')

    def _join(self, entry: Entry, seq: int, tail: str) -> bytes:
        step = "" if entry.step is None else f',"step":{entry.step}'
        text = f'{self._head}{entry.payload},"seq":{seq},"ts":{entry.ts}{step}{tail}}}}}'
        return text_frame(text.encode())
