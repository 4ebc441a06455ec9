"""What a server's AsyncAPI document states of all its streams; the protocol's defaults without."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from .served_routes import ServedRoute, routes_of


@dataclass(frozen=True)
class Stated:
    """The limits that an operator may set, the number of the contract and the close codes."""

    frame_bytes: int = 64 * 1024
    frames_per_array: int = 500
    subscriptions: int = 2000
    connections: int = 2000
    outbox_bytes: int = 1024 * 1024
    frames_per_s: float = 50.0
    frames_burst: int = 100
    bad_frames: int = 100
    bad_frames_s: float = 10.0
    send_stall_s: float = 60.0
    ping_interval_s: float = 20.0
    ping_timeout_s: float = 10.0
    contract: int = 1
    close_codes: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    """By code: `terminal`, and the `reason` that is sent."""


PROTOCOL = Stated()


@dataclass(frozen=True)
class Served:
    """What is known of a server before it is judged."""

    routes: Sequence[ServedRoute]
    stated: Stated = PROTOCOL


def served_by(document: Mapping[str, Any]) -> Served:
    """Return what an AsyncAPI document tells of its server."""
    return Served(routes_of(dict(document)), stated_in(document))


def stated_in(document: Mapping[str, Any]) -> Stated:
    """Return what an AsyncAPI document states; what it leaves out is as the protocol has it."""
    limits = {
        name: limit
        for channel in document.get("channels", {}).values()
        for name, limit in channel.get("x-limits", {}).items()
    }
    known = {one.name for one in fields(Stated)} - {"contract", "close_codes"}
    version = document.get("info", {}).get("version", "1")
    return Stated(
        **{name: limits[name] for name in limits.keys() & known},
        contract=int(version.split(".")[0]),
        close_codes={one["code"]: one for one in document.get("x-close-codes", ())},
    )
