"""What a tick, a bar and an instrument must be to come in; the border of every source."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import le, lt
from typing import Any

from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.resolutions import RESOLUTIONS
from trading_api.modules.datafeed.sessions import CALENDARS

from .refused_data import Fault

# Clocks of sources go wrong by seconds. A time far ahead would make all that follows look old.
MOST_AHEAD_MS = 60_000
# Prices and volumes stay exact in every client, as times do.
_NUMBERS = range(MAX_SAFE_INTEGER + 1)
_SYMBOL = re.compile(r"[^\x00-\x20\x7f,]{1,64}")
_DIGITS = range(16)


def tick_fault(tick: Any, last: Tick | None, now_ms: int) -> Fault | None:
    """Return why a tick cannot follow `last`; None when it can."""
    if not isinstance(tick, Tick):
        return Fault("wrong_type", f"expected a tick, got {shown(tick)}")
    prices = (tick.bid, tick.ask, tick.last)
    sizes = (tick.bid_size, tick.ask_size, tick.last_size)
    fault = _number_fault((tick.time, *prices, *sizes), tick)
    if fault is not None:
        return fault
    if min(prices) == 0:
        return Fault("price", f"expected prices above 0, got {shown(tick)}")
    if tick.bid > tick.ask:
        return Fault("crossed", f"expected a bid up to the ask {tick.ask}, got {tick.bid}")
    return _time_fault(tick, last, now_ms)


def _time_fault(tick: Tick, last: Tick | None, now_ms: int) -> Fault | None:
    if last is not None and tick.time < last.time:
        return Fault("time_back", f"expected a time from {last.time} on, got {tick.time}")
    if tick.time > now_ms + MOST_AHEAD_MS:
        return Fault("time_ahead", f"expected a time up to now, {now_ms}, got {tick.time}")
    return None


def bar_fault(bar: Any, first: int = 0, end: int = MAX_SAFE_INTEGER) -> Fault | None:
    """Return why a bar cannot be, or not at its time (first <= time < end); None when it can."""
    if not (isinstance(bar, tuple) and len(bar) == len(StoredBar._fields)):
        return Fault("wrong_type", f"expected a bar, got {shown(bar)}")
    fault = _number_fault(bar, bar)
    if fault is not None:
        return fault
    time, open_, high, low, close, _ = bar
    if low == 0:
        return Fault("price", f"expected prices above 0, got {shown(bar)}")
    if not (low <= open_ <= high and low <= close <= high):
        return Fault("bar_range", f"expected open and close from low to high, got {shown(bar)}")
    if first <= time < end:
        return None
    reason = "time_back" if time < first else "time_ahead"
    return Fault(reason, f"expected bars from {first} on, before {end}, got one of {time}")


def instrument_fault(instrument: Any) -> Fault | None:
    """Return why an instrument cannot be served; None when it can."""
    if not isinstance(instrument, Instrument):
        return Fault("wrong_type", f"expected an instrument, got {shown(instrument)}")
    for one in fields(instrument):
        value = getattr(instrument, one.name)
        if isinstance(one.type, type) and type(value) is not one.type:
            return Fault("wrong_type", f"expected {one.name} of another type, got {shown(value)}")
    if not _SYMBOL.fullmatch(instrument.symbol):
        return Fault("instrument", f"expected a printable symbol, got {shown(instrument.symbol)}")
    scale, step, digits = instrument.price_scale, instrument.min_move, instrument.volume_precision
    if min(scale, step) < 1 or digits not in _DIGITS or scale not in _NUMBERS:
        return Fault("instrument", f"expected scale, step and digits, got {shown(instrument)}")
    known = all(name in RESOLUTIONS for name in _texts(instrument.resolutions))
    if not known or instrument.calendar not in CALENDARS:
        return Fault("instrument", f"expected known names, got {shown(instrument)}")
    return None


def sound_bars(
    bars: Sequence[Any], before: int, count: int
) -> tuple[Sequence[StoredBar], list[Fault]]:
    """Return those that may be shown, ascending and each time once, and what the others lack."""
    if _are_sound(bars, before):
        return bars[-count:], []
    sound: list[StoredBar] = []
    faults: list[Fault] = []
    for bar in bars:
        last = sound[-1][0] if sound else 0
        fault = bar_fault(bar, last, before)
        if fault is None and sound and bar[0] == last:
            fault = Fault("duplicate", f"expected each bar once, got another of {last}")
        if fault is None:
            sound.append(bar)
        else:
            faults.append(fault)
    return sound[-count:], faults


def _are_sound(bars: Sequence[Any], before: int) -> bool:
    """Whether nothing is wrong with any, looked at by columns: a page has thousands of bars."""
    try:
        times, opens, highs, lows, closes, volumes = zip(*bars, strict=True)
    except (TypeError, ValueError):
        return not bars
    columns = (times, opens, highs, lows, closes, volumes)
    if any(set(map(type, column)) != {int} for column in columns):
        return False
    return (
        min(times) >= 0
        and times[-1] < before
        and min(lows) > 0
        and min(volumes) >= 0
        and max(highs) <= MAX_SAFE_INTEGER
        and max(volumes) <= MAX_SAFE_INTEGER
        and all(map(lt, times, times[1:]))
        and all(map(le, lows, opens))
        and all(map(le, lows, closes))
        and all(map(le, opens, highs))
        and all(map(le, closes, highs))
    )


def _number_fault(numbers: Iterable[Any], of: object) -> Fault | None:
    for number in numbers:
        if type(number) is not int:
            return Fault("wrong_type", f"expected integers, got {shown(of)}")
        if number not in _NUMBERS:
            return Fault("out_of_range", f"expected numbers from 0 to 2^53 - 1, got {shown(of)}")
    return None


def _texts(names: Any) -> Iterable[Any]:
    """Return names, or something that is none where they are not even a tuple."""
    return names if isinstance(names, tuple) else (None,)


def shown(value: object) -> str:
    """Return a short picture of anything; some things refuse even that."""
    try:
        return ascii(value)[:120]
    except Exception as failure:
        return f"a {type(value).__name__} that shows nothing ({type(failure).__name__})"
