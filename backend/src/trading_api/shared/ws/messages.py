"""What frames carry: a model of each payload, and the entry that an update is made of. Pure.

Everything that a client may get has its payload model here; AsyncAPI is written from them.
"""

from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from trading_api.models.wire import MAX_SAFE_INTEGER, UnixMs, WireModel

# The version of docs/reference/protocol.md that this server speaks (rule F8).
CONTRACT_VERSION = 1
MAX_ID_LENGTH = 64
MAX_ID_NUMBER = 2**53
# Frames of the server stay under this (rule F5), and a payload leaves room for topic and numbers.
SERVER_FRAME_BYTES = 256 * 1024
MAX_PAYLOAD_BYTES = SERVER_FRAME_BYTES - 8 * 1024

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


class Entry(NamedTuple):
    """One published update: its place in the topic and its text, fixed when published (U5)."""

    seq: int
    ts: int
    payload: str
    key: str = ""
    step: int | None = None
