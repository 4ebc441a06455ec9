"""Every number of the wire protocol that may be set, with its default and its reason."""

from pydantic import BaseModel, ConfigDict, Field


class Limits(BaseModel):
    """Bounds of one server process; the table of docs/reference/protocol.md."""

    model_config = ConfigDict(frozen=True)

    frame_bytes: int = Field(64 * 1024, gt=0)
    """A client's frame; above it the connection closes with 1009 (F5)."""
    frames_per_array: int = Field(500, gt=0)
    """Frames that one message may carry (F7)."""
    subscriptions: int = Field(2000, gt=0)
    """Topics that one connection may hold (E2)."""
    connections: int = Field(2000, gt=0)
    """Connections of the process; above it the handshake is answered 503 (E2)."""
    outbox_bytes: int = Field(1024 * 1024, gt=0)
    """Unsent text of one connection before its lossless topics turn to their history (E2, U1)."""
    history_page: int = Field(256, gt=0)
    """Updates that a catching-up subscription reads at once (U1)."""
    frames_per_s: float = Field(50.0, gt=0)
    """Messages read from one connection a second; more are read later, not refused (E2)."""
    frames_burst: int = Field(100, gt=0)
    """Messages read at once before the rate holds (E2)."""
    bad_frames: int = Field(100, gt=0)
    """Bad frames within `bad_frames_s` that close the connection with 4508 (E3)."""
    bad_frames_s: float = Field(10.0, gt=0)
    topic_start_s: float = Field(10.0, gt=0)
    """Time for `create_topic` to return (S2)."""
    linger_s: float = Field(5.0, ge=0)
    """Time a topic lives on without listeners, so that a reload finds it warm (S2)."""
    send_stall_s: float = Field(60.0, gt=0)
    """Time a socket may accept nothing before it is closed with 4008 (U1)."""
    ping_interval_s: float = Field(20.0, gt=0)
    """Time between protocol pings (C1)."""
    ping_timeout_s: float = Field(10.0, gt=0)
    """Time for a sign of life after a ping (C1)."""
