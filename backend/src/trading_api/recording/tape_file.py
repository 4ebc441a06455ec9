"""The `.tape` file: compressed JSON lines, one a request, an answer or a message of a socket.

    {"tape": 1, "contract": 1, "began": 1795183200000}
    {"at": 12, "path": "/datafeed/config", "status": 200, "body": "{...}"}
    {"at": 15, "sent": "{...}"}
    {"at": 17, "got": "{...}"}

`at` counts ms from `began` (Unix ms, UTC). Texts are what went over the wire, byte for byte.
Headers and cookies are never written, so no secret of theirs can leave with a tape.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.messages import CONTRACT_VERSION

TAPE_VERSION = 1


class Answer(NamedTuple):
    """What a GET was answered; `path` is below the API's prefix, its query included."""

    at: int
    path: str
    status: int
    body: str


class Message(NamedTuple):
    """The text of one message that came over the socket."""

    at: int
    text: str


@dataclass
class Tape:
    """All of a file, in the order in which it happened."""

    began: int
    answers: list[Answer] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)


class TapeWriter:
    """Writes a new tape; what was written until a kill can be read."""

    def __init__(self, file: TextIO, began: int) -> None:
        self._file = file
        self._began = began
        self._write({"tape": TAPE_VERSION, "contract": CONTRACT_VERSION, "began": began})

    def answered(self, now_ms: int, path: str, status: int, body: str) -> None:
        self._write({"at": now_ms - self._began, "path": path, "status": status, "body": body})

    def sent(self, now_ms: int, text: str) -> None:
        self._write({"at": now_ms - self._began, "sent": text})

    def got(self, now_ms: int, text: str) -> None:
        self._write({"at": now_ms - self._began, "got": text})

    def _write(self, record: dict[str, Any]) -> None:
        self._file.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_tape(path: Path) -> Tape:
    """Read a whole tape; one that ends in the middle of a record is read up to there.

    Raises:
        ConfigurationError: the file is missing, no tape, or of a newer product.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = _records(file)
            tape = Tape(began=_began(path, next(lines, None)))
            for record in lines:
                _add(tape, record)
            return tape
    except (OSError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be played: {error}") from error


def _records(file: TextIO) -> Iterator[Any]:
    try:
        for line in file:
            yield json.loads(line)
    except (EOFError, json.JSONDecodeError):
        # Who recorded was killed: the last record was not written whole.
        return


def _began(path: Path, head: Any) -> int:
    version = head.get("tape") if isinstance(head, dict) else None
    if version != TAPE_VERSION:
        expected = f"a tape of version {TAPE_VERSION}"
        raise ConfigurationError(f"{path}: expected {expected}, got {version!r}")
    return int(head["began"])


def _add(tape: Tape, record: dict[str, Any]) -> None:
    if "path" in record:
        answer = Answer(record["at"], record["path"], record["status"], record["body"])
        tape.answers.append(answer)
    elif "got" in record:
        tape.messages.append(Message(record["at"], record["got"]))
