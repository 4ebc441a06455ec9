"""Changes that no schema shows: limits, codes, and how updates are delivered."""

from collections.abc import Iterator
from typing import Any, Literal

from .change import ABSENT, Change, Place, differing, others, turned
from .references import Node

Room = Literal["more", "less", "none"]
# What a higher number leaves to a client: more room, less, or nothing that it could see.
# Two of them bind both ways: a client waits for the server's answer, or for its sign of life.
LIMITS: dict[str, Room] = {
    "bad_frames": "more",
    "bad_frames_s": "less",
    "connections": "more",
    "frame_bytes": "more",
    "frames_burst": "more",
    "frames_per_array": "more",
    "frames_per_s": "more",
    "history_page": "none",
    "linger_s": "more",
    "outbox_bytes": "more",
    "ping_interval_s": "less",
    "ping_timeout_s": "more",
    "send_stall_s": "more",
    "server_frame_bytes": "less",
    "subscriptions": "more",
    "topic_bytes": "more",
    "topic_start_s": "less",
}
# The AsyncAPI document repeats the tables of this one.
ERROR_TABLE = "errors.json"
DELIVERY = ("x-delivery", "x-key", "x-held", "x-merged", "x-stale-after-s")
_TERMINAL = (1008, 1009)
_OURS_TERMINAL = range(4500, 5000)


def limit_changes(old: Node, new: Node, place: Place) -> Iterator[Change]:
    """Compare `x-limits`: the defaults of a server that nobody configured."""
    for name, was, now in differing(old, new):
        at = Place(place.document, name, f"x-limits.{name}")
        room = LIMITS.get(name)
        if was == now:
            continue
        if was is ABSENT or now is ABSENT or room is None:
            yield at.change("limit-unknown", turned(was, now))
        elif room == "none":
            yield at.change("limit-unseen", turned(was, now))
        else:
            looser = (now > was) == (room == "more")
            yield at.change("limit-looser" if looser else "limit-tighter", turned(was, now))


def delivery_changes(old: Node, new: Node, place: Place) -> Iterator[Change]:
    """Compare how one route delivers its updates (rules U1-U3, E4)."""
    for keyword, kind in (
        ("x-delivery", "delivery-changed"),
        ("x-key", "key-changed"),
        ("x-merged", "merge-changed"),
    ):
        was, now = old.get(keyword, ABSENT), new.get(keyword, ABSENT)
        if was != now:
            yield place.change(kind, turned(was, now))
    yield from _held(old.get("x-held"), new.get("x-held"), place)
    yield from _stale(old.get("x-stale-after-s"), new.get("x-stale-after-s"), place)


def error_changes(old: list[Node], new: list[Node]) -> Iterator[Change]:
    """Compare two tables of error codes; their order says nothing."""
    for place, was, now in _rows(old, new, "errors"):
        if was is None or now is None:
            yield place.change("error-added" if was is None else "error-removed")
            continue
        yield from _member("temporary", "error-retry-changed", was, now, place)
        yield from _member("http_status", "error-status-changed", was, now, place)
        yield from _member("meaning", "described-otherwise", was, now, place)
        yield from others(was, now, {"code", "temporary", "http_status", "meaning"}, place)


def close_changes(old: list[Node], new: list[Node]) -> Iterator[Change]:
    """Compare two tables of close codes; rule C2 says what old clients do with a new one."""
    for place, was, now in _rows(old, new, "close_codes"):
        if was is None and now is not None:
            by_rule = now["code"] in _TERMINAL or now["code"] in _OURS_TERMINAL
            fits = now["terminal"] == by_rule
            yield place.change("close-added" if fits else "close-added-against-rule")
        elif was is None or now is None:
            yield place.change("close-removed")
        else:
            yield from _member("terminal", "close-retry-changed", was, now, place)
            yield from _member("reason", "described-otherwise", was, now, place)
            yield from others(was, now, {"code", "terminal", "reason"}, place)


def _rows(
    old: list[Node], new: list[Node], table: str
) -> Iterator[tuple[Place, Node | None, Node | None]]:
    was, now = ({row["code"]: row for row in rows} for rows in (old, new))
    for code in dict.fromkeys([*was, *now]):
        yield Place(ERROR_TABLE, str(code), f"{table}.{code}"), was.get(code), now.get(code)


def _member(key: str, kind: str, was: Node, now: Node, place: Place) -> Iterator[Change]:
    if was.get(key) != now.get(key):
        yield place.change(kind, f"{key}: {turned(was.get(key), now.get(key))}")


def _held(was: Any, now: Any, place: Place) -> Iterator[Change]:
    if was == now:
        return
    if was is None or now is None:
        yield place.change("held-turned", turned(was, now))
    else:
        yield place.change("held-more" if now > was else "held-fewer", turned(was, now))


def _stale(was: Any, now: Any, place: Place) -> Iterator[Change]:
    if was != now:
        later = now is None or (was is not None and now > was)
        yield place.change("stale-later" if later else "stale-sooner", turned(was, now))
