"""The frames of the wire, as models for the contract and as text for the socket. Pure.

Everything that a client may get has its payload model here; AsyncAPI is written from them. The hot
frame, `{route}.update`, is joined from text so that a payload is encoded once (rule U5).
"""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import from_json, to_json

from trading_api.models.wire import MAX_SAFE_INTEGER, UnixMs, WireModel

# The version of docs/reference/protocol.md that this server speaks (rule F8).
CONTRACT_VERSION = 1
MAX_ID_LENGTH = 64
MAX_ID_NUMBER = 2**53

RequestId = str | int
DeliveryName = Literal["latest", "recent", "lossless"]


class Recover(BaseModel):
    """Where a client left a topic: the last `seq` that it holds of `epoch`."""

    model_config = ConfigDict(frozen=True, strict=True)

    epoch: str = Field(max_length=MAX_ID_LENGTH)
    seq: int = Field(ge=0, le=MAX_SAFE_INTEGER)


class PingPayload(BaseModel):
    """The client's clock, if it wants it back."""

    model_config = ConfigDict(frozen=True, strict=True, allow_inf_nan=False)

    t: int | float | None = None


class PongPayload(WireModel):
    """The client's `t` as it came, the server's clock and its contract version."""

    t: int | float | None
    ts: UnixMs
    contract: int


class SubscribeOk(WireModel):
    """A subscription stands: `snapshot` frames follow, then updates after `seq` (rule S5)."""

    status: Literal["ok"] = "ok"
    message: str
    topic: str
    delivery: DeliveryName
    epoch: str
    seq: int
    snapshot: int
    recovered: bool
    held: bool


class UnsubscribeOk(WireModel):
    """The subscription has ended; nothing of the topic follows."""

    status: Literal["ok"] = "ok"
    message: str
    topic: str


class RequestError(WireModel):
    """A refused request of a route; `temporary` says that it may succeed later."""

    status: Literal["error"] = "error"
    code: str
    message: str
    temporary: bool
    topic: str | None = None


class FrameError(WireModel):
    """The answer to a frame that belongs to no route."""

    code: str
    message: str
    temporary: bool


class StatusPayload(WireModel):
    """How a topic fares; `code` names the reason."""

    topic: str
    state: Literal["live", "stale", "ended"]
    code: str | None = None
    message: str | None = None
    temporary: bool | None = None


class DrainingPayload(WireModel):
    """The server is leaving; come back after a moment."""

    grace_ms: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One published update: its place in the topic and its text, fixed when published (U5)."""

    seq: int
    ts: int
    payload: str
    key: str = ""
    step: int | None = None


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


def encode_frame(type_: str, payload: BaseModel, request_id: RequestId | None = None) -> str:
    """Return the text of a frame; fields that are None are left out."""
    frame: dict[str, Any] = {"type": type_}
    if request_id is not None:
        frame["id"] = request_id
    frame["payload"] = payload.model_dump(mode="json", exclude_none=True)
    return to_json(frame).decode()


class UpdateEncoder:
    """Joins the update frames of one topic around payloads encoded once."""

    def __init__(self, route: str, topic: str) -> None:
        name = to_json(topic).decode()
        self._head = f'{{"type":"{route}.update","payload":{{"topic":{name},"payload":'

    def frame(self, entry: Entry, *, skipped: int = 0, gap: bool = False) -> str:
        """Return a live update; `skipped` and `gap` only where they say something."""
        tail = f',"skipped":{skipped}' if skipped else ""
        return self._join(entry, entry.seq, tail + (',"gap":true' if gap else ""))

    def snapshot(self, entry: Entry, seq: int) -> str:
        """Return a part of the state as of `seq`."""
        return self._join(entry, seq, ',"snapshot":true')

    def _join(self, entry: Entry, seq: int, tail: str) -> str:
        step = "" if entry.step is None else f',"step":{entry.step}'
        return f'{self._head}{entry.payload},"seq":{seq},"ts":{entry.ts}{step}{tail}}}}}'
