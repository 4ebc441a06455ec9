"""Bars of what was received: where a provider's own history does not reach."""

import logging
from collections.abc import Iterable, Iterator

from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.received.minutes import BASE
from trading_api.modules.datafeed.received.received_file import ReceivedFile
from trading_api.modules.datafeed.received.spans import Span, gaps, touches
from trading_api.modules.datafeed.resolutions import (
    BarTuple,
    bucket,
    bucket_end,
    first_moment,
    fold_newest,
)
from trading_api.modules.datafeed.sessions import DAY_MS, TradingCalendar, calendar_named
from trading_api.shared.errors import ConfigurationError

logger = logging.getLogger(__name__)

# Before it began and after it ended nothing was heard either; no bar is longer than this.
_LONGEST_BAR_MS = 32 * DAY_MS


class ReceivedBars:
    """Answers as a provider's history does; blocks."""

    def __init__(self, file: ReceivedFile) -> None:
        self._file = file

    def newest(
        self, provider: str, instrument: Instrument, resolution: str, before: int, count: int
    ) -> list[StoredBar]:
        """Return the newest `count` bars whose time is before `before`, ascending.

        A bar of which a part was not heard is left out: a gap is better than a wrong bar. A file
        that cannot be read has none.
        """
        if count <= 0 or not self._file.exists:
            return []
        try:
            return self._newest(provider, instrument, resolution, before, count)
        except ConfigurationError as fault:
            logger.error("received_not_read reason=%s", fault)
            return []

    def _newest(
        self, provider: str, instrument: Instrument, resolution: str, before: int, count: int
    ) -> list[StoredBar]:
        calendar = calendar_named(instrument.calendar)
        with self._file.reader() as reader:
            series = reader.series_of(provider, instrument)
            if series is None:
                return []
            unheard = _unheard(reader.heard(series), calendar)
            minutes = reader.newest_first(series, first_moment(before, resolution, calendar))
            whole = _whole(minutes, resolution, calendar, unheard)
            return fold_newest(whole, resolution, count, calendar)


def _unheard(spans: list[Span], calendar: TradingCalendar) -> list[Span]:
    if not spans:
        return []
    heard = [_whole_minutes(span, calendar) for span in spans]
    first, last = heard[0].start - _LONGEST_BAR_MS, heard[-1].end + _LONGEST_BAR_MS
    return gaps([Span(first, first), *heard, Span(last, last)], calendar)


def _whole_minutes(span: Span, calendar: TradingCalendar) -> Span:
    """Return the part of a span of which minutes were kept: one heard in part was not.

    Two processes that overlap at a hand-over may each have heard a part of the same minute.
    """
    first = bucket_end(span.start - 1, BASE, calendar)
    return Span(first, max(first, bucket(span.end, BASE, calendar).start))


def _whole(
    newest_first: Iterable[BarTuple],
    resolution: str,
    calendar: TradingCalendar,
    unheard: list[Span],
) -> Iterator[BarTuple]:
    """Yield the minutes of those bars that were heard from their start to their end."""
    for minute in newest_first:
        covered = bucket(minute[0], resolution, calendar)
        if not touches(Span(covered.start, covered.end), unheard):
            yield minute
