"""Compares two tapes: what was heard of each topic, byte for byte."""

import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from trading_api.recording.tape_file import read_tape

HEARD = (".update", ".status")


class Topic(NamedTuple):
    """One topic on both tapes: how many messages each has, and how many are the same."""

    name: str
    recorded: int
    played: int
    equal: int

    @property
    def is_same(self) -> bool:
        return self.recorded == self.played == self.equal


def compare(first: Path, second: Path) -> list[Topic]:
    """Return the topics of either tape, by name."""
    recorded, played = _heard(first), _heard(second)
    return [
        Topic(
            name,
            len(recorded[name]),
            len(played[name]),
            sum(one == other for one, other in zip(recorded[name], played[name], strict=False)),
        )
        for name in sorted({*recorded, *played})
    ]


def _heard(path: Path) -> defaultdict[str, list[str]]:
    """Return the messages of each topic; that the tape has ended is said by the player alone."""
    heard: defaultdict[str, list[str]] = defaultdict(list)
    for message in read_tape(path).messages:
        frame = json.loads(message.text)
        payload = frame.get("payload", {})
        if frame["type"].endswith(HEARD) and payload.get("code") != "replay_ended":
            heard[payload["topic"]].append(message.text)
    return heard
