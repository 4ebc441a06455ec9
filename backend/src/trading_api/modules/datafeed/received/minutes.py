"""The minutes of one symbol, folded from the ticks that were heard. Pure."""

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.resolutions import bucket, extend
from trading_api.modules.datafeed.sessions import TradingCalendar

BASE = "1"


class Minutes:
    """Folds ticks, which ascend by time; a minute that began before it listened is none."""

    def __init__(self, calendar: TradingCalendar, since_ms: int) -> None:
        self._calendar = calendar
        self._since_ms = since_ms
        self._forming: StoredBar | None = None
        self._is_told = False
        self._closed: list[StoredBar] = []

    def heard(self, tick: Tick) -> None:
        """Take a tick; one of a minute before, kept by two processes at a hand-over, counts not."""
        if self._forming is not None and tick.time < self._forming.time:
            return
        bar = extend(self._forming, tick, BASE, self._calendar)
        if self._forming is not None and bar.time > self._forming.time:
            self._close()
        self._forming, self._is_told = bar, False

    def take(self, now_ms: int) -> list[StoredBar]:
        """Return the minutes that are over and not yet taken, ascending.

        The newest comes once more when a tick of it arrives after its end.
        """
        forming = self._forming
        if forming is not None and bucket(forming.time, BASE, self._calendar).end <= now_ms:
            self._close()
        taken, self._closed = self._closed, []
        return taken

    def _close(self) -> None:
        if self._forming is None or self._is_told:
            return
        self._is_told = True
        if self._forming.time >= self._since_ms:
            self._closed.append(self._forming)
