"""What a change of the AsyncAPI document does. Its "receive" is the server's: what clients send."""

from collections.abc import Iterator
from typing import Any

from .behaviour import DELIVERY, close_changes, delivery_changes, error_changes, limit_changes
from .change import ABSENT, Change, Direction, Place, differing, others, same, turned
from .references import Document, Node, name_of
from .schemas import SchemaCourt

DOCUMENT = "asyncapi.json"
_SIDES: dict[str, Direction] = {"receive": "sent", "send": "received"}
_JUDGED = {
    "channels",
    "components",
    "defaultContentType",
    "info",
    "operations",
    "x-close-codes",
    "x-error-codes",
}


def stream_changes(old: Node, new: Node) -> Iterator[Change]:
    """Yield every change of the socket: channel, operations, messages and their schemas."""
    top = Place(DOCUMENT, "the socket", "")
    yield from _encoding(old, new, top)
    yield from _channels(old.get("channels", {}), new.get("channels", {}))
    yield from _operations(old.get("operations", {}), new.get("operations", {}))
    yield from _messages(old, new)
    yield from error_changes(old.get("x-error-codes", []), new.get("x-error-codes", []))
    yield from close_changes(old.get("x-close-codes", []), new.get("x-close-codes", []))
    info = top.below("info")
    yield from others(old.get("info", {}), new.get("info", {}), {"version"}, info)
    components = old.get("components", {}), new.get("components", {})
    yield from others(*components, {"messages", "schemas"}, top.below("components"))
    yield from others(old, new, _JUDGED, top)


def _encoding(old: Node, new: Node, place: Place) -> Iterator[Change]:
    was, now = old.get("defaultContentType"), new.get("defaultContentType")
    if was != now:
        yield place.change("encoding-changed", turned(was, now))


def _channels(old: Node, new: Node) -> Iterator[Change]:
    for name in dict.fromkeys([*old, *new]):
        place = Place(DOCUMENT, name, f"channels.{name}")
        if name not in new:
            yield place.change("operation-removed")
        elif name not in old:
            yield place.change("operation-added")
        else:
            yield from _channel(old[name], new[name], place)


def _channel(old: Node, new: Node, place: Place) -> Iterator[Change]:
    yield from limit_changes(old.get("x-limits", {}), new.get("x-limits", {}), place)
    for key, was, now in differing(old, new):
        if key == "address":
            yield place.change("address-changed", turned(was, now))
        elif key == "bindings":
            yield place.change("handshake-changed", turned(was, now))
    # Which messages a channel has is judged where operations name them, by one name everywhere.
    for name, was, now in differing(old.get("messages", {}), new.get("messages", {})):
        if was is not ABSENT and now is not ABSENT:
            yield place.change("unknown", f"messages.{name}: {turned(was, now)}")
    yield from others(old, new, {"address", "bindings", "messages", "x-limits"}, place)


def _operations(old: Node, new: Node) -> Iterator[Change]:
    for name in dict.fromkeys([*old, *new]):
        place = Place(DOCUMENT, name, f"operations.{name}")
        if name not in new:
            yield place.change("operation-removed")
        elif name not in old:
            yield place.change("operation-added")
        else:
            yield from _operation(old[name], new[name], place)


def _operation(old: Node, new: Node, place: Place) -> Iterator[Change]:
    if old.get("action") != new.get("action"):
        yield place.change("operation-turned", turned(old.get("action"), new.get("action")))
    yield from _exchanged(old, new, place)
    yield from _exchanged(old.get("reply", {}), new.get("reply", {}), place.below("reply"))
    yield from delivery_changes(old, new, place.inside(place.subject))
    yield from others(old, new, {"action", "messages", "reply", *DELIVERY}, place)
    reply = old.get("reply", {}), new.get("reply", {})
    if all(reply):
        yield from others(*reply, {"messages"}, place.below("reply"))


def _exchanged(old: Node, new: Node, place: Place) -> Iterator[Change]:
    was, now = _message_names(old), _message_names(new)
    for name in dict.fromkeys([*was, *now]):
        if name not in now:
            yield place.change("message-removed", name)
        elif name not in was:
            yield place.change("message-added", name)


def _messages(old: Node, new: Node) -> Iterator[Change]:
    court = SchemaCourt(Document(old), Document(new))
    was, now = _named_messages(old), _named_messages(new)
    sides = {**_sides(new), **_sides(old)}
    for name in dict.fromkeys([*was, *now]):
        place = Place(DOCUMENT, name, f"messages.{name}")
        if name not in now or name not in was:
            # Where an operation exchanges it, that is judged there.
            if name not in sides:
                yield place.change("described-otherwise", turned(name in was, name in now))
            continue
        payloads = was[name].get("payload", {}), now[name].get("payload", {})
        for side in sorted(sides.get(name, ())):
            yield from court.changes(*payloads, place, side)
        if name not in sides and not same(*payloads):
            yield place.change("described-otherwise", "no operation exchanges it")
        yield from _message(was[name], now[name], place)


def _message(old: Node, new: Node, place: Place) -> Iterator[Change]:
    was, now = old.get("correlationId"), new.get("correlationId")
    if was != now:
        yield place.change("correlation-changed", turned(was, now))
    # An update's message repeats what its operation says of the delivery.
    yield from delivery_changes(old, new, place.inside(place.subject))
    yield from others(old, new, {"payload", "correlationId", *DELIVERY}, place)


def _named_messages(document: Node) -> Node:
    messages: Node = document.get("components", {}).get("messages", {})
    return messages


def _sides(document: Node) -> dict[str, set[Direction]]:
    """Return who writes each message, by its name."""
    sides: dict[str, set[Direction]] = {}
    for operation in document.get("operations", {}).values():
        asked = _SIDES[operation["action"]]
        answered: Direction = "received" if asked == "sent" else "sent"
        for name in _message_names(operation):
            sides.setdefault(name, set()).add(asked)
        for name in _message_names(operation.get("reply", {})):
            sides.setdefault(name, set()).add(answered)
    return sides


def _message_names(holder: Any) -> list[str]:
    return [name_of(message["$ref"]) for message in holder.get("messages", ())]
