"""What a tape holds of each topic: where it began, and what followed. Pure."""

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from trading_api.recording.tape_file import Tape
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.messages import Entry

_DECODER = json.JSONDecoder()


class Happening(NamedTuple):
    """An update or a change of status of one topic; one of the two.

    `number` counts the messages of the tape: at one time, what came first is first.
    """

    at: int
    number: int
    topic: str
    entry: Entry | None
    status: dict[str, Any] | None = None


@dataclass
class TapedTopic:
    """One topic from the answer to its subscription on."""

    epoch: str
    seq: int
    """Where the recording began: of the state, and before the first update."""
    state: list[Entry] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)


def topics_of(tape: Tape) -> dict[str, TapedTopic]:
    """Return the topics that were subscribed, by name.

    A topic that was subscribed anew without recovery, after a cut, is the later of the two: what
    lies between them nobody recorded.

    Raises:
        ConfigurationError: a message is no frame of ours.
    """
    topics: dict[str, TapedTopic] = {}
    for number, (at, text) in enumerate(tape.messages, start=1):
        try:
            _hear(topics, at, number, _frame(text))
        except (LookupError, TypeError, ValueError) as fault:
            expected = "expected frames of this product"
            found = f"message {number} of the tape is {text[:200]!r}"
            raise ConfigurationError(f"{expected}, {found}") from fault
    return topics


def _hear(topics: dict[str, TapedTopic], at: int, number: int, frame: dict[str, Any]) -> None:
    word = frame["type"].partition(".")[2]
    payload = frame.get("payload", {})
    if word == "subscribe.response" and payload["status"] == "ok":
        if not payload["recovered"] and not payload["held"]:
            topics[payload["topic"]] = TapedTopic(payload["epoch"], payload["seq"])
    elif word in ("update", "status") and payload["topic"] in topics:
        _take(topics[payload["topic"]], Happening(at, number, payload["topic"], None), frame)


def _take(topic: TapedTopic, happening: Happening, frame: dict[str, Any]) -> None:
    payload = frame["payload"]
    if frame["type"].endswith(".status"):
        topic.happenings.append(happening._replace(status=payload))
    elif payload.get("snapshot"):
        topic.state.append(_entry(payload))
    else:
        topic.happenings.append(happening._replace(entry=_entry(payload)))


def _entry(payload: dict[str, Any]) -> Entry:
    return Entry(payload["seq"], payload["ts"], payload["payload"], step=payload.get("step"))


def _frame(text: str) -> dict[str, Any]:
    """Return a message's frame; an update's own payload stays the text that it was."""
    members = raw_members(text)
    frame = {"type": json.loads(members["type"])}
    if frame["type"].endswith(".update"):
        parts = raw_members(members["payload"])
        frame["payload"] = {
            name: part if name == "payload" else json.loads(part) for name, part in parts.items()
        }
    elif "payload" in members:
        frame["payload"] = json.loads(members["payload"])
    return frame


def raw_members(text: str) -> dict[str, str]:
    """Return the members of a JSON object that has no blanks, each as the text that it is."""
    members: dict[str, str] = {}
    at = 1
    while text[at] != "}":
        name, colon = _DECODER.raw_decode(text, at)
        _, end = _DECODER.raw_decode(text, colon + 1)
        members[name] = text[colon + 1 : end]
        at = end + (text[end] == ",")
    return members
