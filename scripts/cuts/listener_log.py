"""A listener's log: what its callbacks were given, one JSON array a line, in either language.

- `[key, "update", seq, ts, payload]`, `[key, "replace", payloads]`, `[key, "gap"]`;
- `[key, "from", seq]`: a list over REST said so far;
- `["", "whole", at, connected]`, `["", "lost", at, connected]`: every topic is live, or not any
  more, in Unix ms;
- `["", "draining", at]`: the server says that it leaves (rule C3), to Python alone;
- `["", "closed", code or reason]`, `["", "fault", text]`.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class ListenerLog:
    """Writes a log; the file is complete once it is closed."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8")
        self.is_whole = False

    def write(self, *entry: Any) -> None:
        if not self._file.closed:
            self._file.write(json.dumps(entry) + "\n")

    def fault(self, text: str) -> None:
        self.write("", "fault", text)

    def became(self, whole: bool, *, connected: bool) -> None:
        """Note that every topic is live, or not any more; and whether a connection stands."""
        if whole != self.is_whole:
            self.is_whole = whole
            self.write("", "whole" if whole else "lost", now_ms(), connected)

    def close(self) -> None:
        self._file.close()


def entries(path: Path) -> Iterator[list[Any]]:
    """Read a log."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def now_ms() -> int:
    """Return the machine's time, which all processes of the proof share."""
    return time.time_ns() // 1_000_000
