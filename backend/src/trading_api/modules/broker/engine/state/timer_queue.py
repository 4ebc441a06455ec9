"""When orders expire, soonest first."""

from bisect import bisect_left, insort

Entry = tuple[int, int, str]
"""Due (Unix ms), the order's number, its id."""


class TimerQueue:
    """Entries ascending by time, at one time by number."""

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def add(self, due: int, number: int, order_id: str) -> None:
        insort(self._entries, (due, number, order_id))

    def remove(self, due: int, number: int, order_id: str) -> None:
        entry = (due, number, order_id)
        place = bisect_left(self._entries, entry)
        if place < len(self._entries) and self._entries[place] == entry:
            del self._entries[place]

    @property
    def first(self) -> Entry | None:
        return self._entries[0] if self._entries else None
