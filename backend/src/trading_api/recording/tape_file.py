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
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from trading_api.shared.clock import Clock
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.messages import CONTRACT_VERSION

TAPE_VERSION = 1
FLUSHED_EVERY_MS = 1000


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
    """Writes a new tape; a kill loses what came within a second.

    Its times are durations: a wall clock that is set meanwhile does not bend them.
    """

    def __init__(self, file: TextIO, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._began_s = clock.monotonic_s()
        self._flushed_at = 0
        head = {"tape": TAPE_VERSION, "contract": CONTRACT_VERSION, "began": clock.now_ms()}
        self._write(head)

    def answered(self, path: str, status: int, body: str) -> None:
        self._add({"path": path, "status": status, "body": body})

    def sent(self, text: str) -> None:
        self._add({"sent": text})

    def got(self, text: str) -> None:
        self._add({"got": text})

    def _add(self, record: dict[str, Any]) -> None:
        at = round((self._clock.monotonic_s() - self._began_s) * 1000)
        self._write({"at": at, **record})
        if at - self._flushed_at >= FLUSHED_EVERY_MS:
            self._flushed_at = at
            self._file.flush()

    def _write(self, record: dict[str, Any]) -> None:
        self._file.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_tape(path: Path) -> Tape:
    """Read a whole tape; one that ends in the middle of a record is read up to there.

    Raises:
        ConfigurationError: the file is missing, no tape, damaged, or of a newer product.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = _records(file)
            tape = Tape(began=_began(path, next(lines, None)))
            for record in lines:
                _add(tape, record)
            return tape
    except (OSError, KeyError, TypeError, ValueError, zlib.error) as error:
        raise ConfigurationError(f"{path} cannot be played: {error}") from error


def _records(file: TextIO) -> Iterator[Any]:
    try:
        for line in file:
            if not line.endswith("\n"):
                return
            yield json.loads(line)
    except EOFError:
        # Who recorded was killed, as above: the last record was not written whole.
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
