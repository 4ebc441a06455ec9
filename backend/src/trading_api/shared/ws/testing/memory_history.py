"""A record that is kept in memory."""

from collections.abc import Sequence

from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import HistoryPosition


class MemoryHistory:
    """A `History` in memory; its state is the newest entry of each key."""

    def __init__(self, epoch: str = "e1") -> None:
        self.epoch = epoch
        self.floor = 0
        self.entries: list[Entry] = []
        self.error: Exception | None = None

    @property
    def top(self) -> int:
        return len(self.entries)

    def append(self, key: str) -> Entry:
        """Commit one more entry, whose payload is its number."""
        seq = self.top + 1
        entry = Entry(seq, ts=seq, payload=str(seq), key=key)
        self.entries.append(entry)
        return entry

    async def position(self) -> HistoryPosition:
        self._fail()
        return HistoryPosition(self.epoch, self.floor, self.top)

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        self._fail()
        return self.entries[after : after + limit]

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        self._fail()
        newest = {entry.key: entry for entry in self.entries}
        return await self.position(), list(newest.values())

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error
