"""Reads columns of times by asking the reader of single ones about each hour or day once."""

import re

import numpy as np

from trading_api.modules.datafeed.importing.times import TimeReader, join_clock
from trading_api.modules.datafeed.resolutions import MINUTE_MS

from .fields import Bytes, Cells, Integers
from .numbers import read_numbers

# What is in front of the minutes: 09: or, without colons, a date and the hour.
_TO_MINUTES = re.compile(r"(?:[^:]*\d:|\d{8}[ T]?\d\d)(?=\d\d)")
_EPOCH_DIGITS = 19
_POINT, _SPACE, _ZERO, _LAST_OF_ASCII = 46, 32, 48, 127

# An epoch tells its unit by its size: below these limits s, ms, us; above, ns.
_SHORTEST = 10**8
_SECONDS, _MILLISECONDS, _MICROSECONDS = 10**11, 10**14, 10**17
# 20240131130709 is a date: what begins so with 14 digits is no epoch.
_DATES_OF_14_DIGITS = (19 * 10**12, 21 * 10**12)


def read_instants(date: Cells, clock: Cells | None, reader: TimeReader) -> Integers | None:
    """Return whole minutes in Unix ms, UTC; None where a cell is not plainly such."""
    if reader.reads_epochs and clock is None:
        times = _read_epochs(date)
    else:
        texts = _joined(date, clock)
        times = None if texts is None else _read_minutes(texts, reader)
    if times is None or times.min() < 0 or (times % MINUTE_MS).any():
        return None
    return times


def read_days(date: Cells, clock: Cells | None, reader: TimeReader) -> Integers | None:
    """Return the trading days, each as its 00:00 UTC; None where a cell is not plainly one."""
    texts = _joined(date, clock)
    if texts is None:
        return None
    try:
        heads, lengths = _runs(texts)
        days = [reader.day(text) for text in _decoded(texts[heads])]
    except (ValueError, OverflowError):
        return None
    times = np.repeat(np.array(days, np.int64), lengths)
    return None if times.min() < 0 else times


def _read_epochs(cells: Cells) -> Integers | None:
    numbers = read_numbers(cells, _POINT, _EPOCH_DIGITS)
    if numbers is None or numbers.digits.min() < 0:
        return None
    epochs, fractions = np.divmod(numbers.digits, 10**numbers.decimals)
    first, end = _DATES_OF_14_DIGITS
    if fractions.any() or epochs.min() < _SHORTEST or ((epochs >= first) & (epochs < end)).any():
        return None
    conditions = [epochs < _SECONDS, epochs < _MILLISECONDS, epochs < _MICROSECONDS]
    chosen = [epochs % _SECONDS * 1000, epochs, epochs // 1000]
    return np.select(conditions, chosen, epochs // 1_000_000)


def _read_minutes(texts: Bytes, reader: TimeReader) -> Integers | None:
    """Within an hour that is an hour long, minutes are added to its start."""
    place = _TO_MINUTES.match(texts[0].tobytes().decode())
    if place is None:
        return None
    tens, units = texts[:, place.end()] - _ZERO, texts[:, place.end() + 1] - _ZERO
    if tens.max() > 5 or units.max() > 9:
        return None
    hours = texts.copy()
    hours[:, place.end() : place.end() + 2] = _ZERO
    try:
        heads, lengths = _runs(hours)
        starts = [reader.instant(text) for text in _decoded(hours[heads])]
        hours[heads, place.end() : place.end() + 2] = (_ZERO + 5, _ZERO + 9)
        ends = [reader.instant(text) for text in _decoded(hours[heads])]
    except (ValueError, OverflowError):
        return None
    start = np.array(starts, np.int64)
    if (np.array(ends, np.int64) - start != 59 * MINUTE_MS).any():
        return None
    minutes = tens.astype(np.int64) * 10 + units
    return np.repeat(start, lengths) + minutes * MINUTE_MS


def _joined(date: Cells, clock: Cells | None) -> Bytes | None:
    dates = date.matrix()
    if dates is None or dates.max() > _LAST_OF_ASCII:
        return None
    if clock is None:
        return dates
    clocks = clock.matrix()
    if clocks is None:
        return None
    first = clocks[0].tobytes().decode()
    if clocks.max() > _LAST_OF_ASCII or join_clock("", first) != f" {first}":
        return None
    spaces = np.full((len(dates), 1), _SPACE, np.uint8)
    return np.hstack((dates, spaces, clocks))


def _runs(texts: Bytes) -> tuple[Integers, Integers]:
    """Return where a text begins that differs from the one before, and how long each lasts."""
    differs = np.ones(len(texts), np.bool_)
    differs[1:] = (texts[1:] != texts[:-1]).any(axis=1)
    heads = np.flatnonzero(differs)
    return heads, np.diff(heads, append=len(texts))


def _decoded(texts: Bytes) -> list[str]:
    return [text.tobytes().decode() for text in texts]
