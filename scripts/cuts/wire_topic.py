"""One topic as a strict client of the protocol sees it: every frame is judged as it comes."""

from typing import Any

from .listener_log import ListenerLog
from .topics import Listening


class WireTopic:
    """Its position, and what may come next; what may not is a fault in the log."""

    def __init__(self, listening: Listening, log: ListenerLog) -> None:
        self.listening = listening
        self.name = ""
        """As the server calls it."""
        self.is_live = False
        self.newest_ts = 0
        """When the last update since the last state was published, in Unix ms."""
        self._log = log
        self._epoch: str | None = None
        self._position = 0
        self._loading: int | None = None
        self._parts: list[Any] = []

    @property
    def position(self) -> int:
        """The last number that was heard, or the place of a whole state."""
        return self._position if self.is_live else 0

    def cut(self) -> None:
        """The connection is gone; half a snapshot is no position."""
        self.is_live = False
        if self._loading is not None:
            self._epoch = self._loading = None

    def request(self, *, fresh: bool = False) -> dict[str, Any]:
        """Return the frame that subscribes, from the position if there is one."""
        self.is_live = False
        frame = {"type": f"{self.listening.route}.subscribe", "payload": self.listening.params}
        if fresh:
            self._epoch = self._loading = None
            return {**frame, "recover": {"epoch": "", "seq": 0}}
        if self._epoch is None:
            return frame
        return {**frame, "recover": {"epoch": self._epoch, "seq": self._position}}

    def accepted(self, ok: dict[str, Any]) -> None:
        """The server's ok to the newest request."""
        key, epoch, seq = self.listening.key, ok["epoch"], ok["seq"]
        if ok["recovered"]:
            if (epoch, seq) != (self._epoch, self._position):
                self._fault(f"recovered at {epoch} {seq}, asked {self._epoch} {self._position}")
        elif self.listening.is_lossless and self._epoch is not None:
            self._fault(f"not recovered from {self._epoch} {self._position}: {ok}")
        self.name, self._epoch, self._position = ok["topic"], epoch, seq
        self._parts, self._loading, self.newest_ts = [], ok["snapshot"] or None, 0
        if not ok["recovered"] and not ok["snapshot"]:
            self._log.write(key, "replace", [])
        self.is_live = self._loading is None

    def updated(self, update: dict[str, Any]) -> None:
        if self._loading is not None:
            self._load(update, self._loading)
        elif not self.is_live:
            # Asked again: what the old subscription still says is no concern.
            return
        elif update.get("snapshot") or update["seq"] != self._next(update):
            self._fault(f"at {self._position} came {update}")
        else:
            self._advance(update)

    def _load(self, update: dict[str, Any], missing: int) -> None:
        if not update.get("snapshot") or update["seq"] != self._position:
            self._fault(f"in the snapshot of {self._position} came {update}")
        self._parts.append(update["payload"])
        self._loading = missing - 1 or None
        if self._loading is None:
            self._log.write(self.listening.key, "replace", self._parts)
            self.is_live = True

    def _next(self, update: dict[str, Any]) -> int:
        skipped = 0 if self.listening.is_lossless else int(update.get("skipped") or 0)
        return self._position + 1 + skipped

    def _advance(self, update: dict[str, Any]) -> None:
        self._position, self.newest_ts = update["seq"], update["ts"]
        if update.get("gap"):
            self._log.write(self.listening.key, "gap")
        self._log.write(
            self.listening.key, "update", update["seq"], update["ts"], update["payload"]
        )

    def _fault(self, text: str) -> None:
        self._log.fault(f"{self.listening.key}: {text}"[:500])
