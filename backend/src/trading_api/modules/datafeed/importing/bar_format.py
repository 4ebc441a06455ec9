"""Finds out how a bar file is written, so that its rows can be read."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from trading_api.modules.datafeed.importing.bar_rows import BarFormat, Decimals
from trading_api.modules.datafeed.importing.file_survey import survey
from trading_api.modules.datafeed.importing.layout import Layout
from trading_api.modules.datafeed.importing.refusal import ImportRefused
from trading_api.modules.datafeed.importing.spacing import infer_resolution, refuse_finer
from trading_api.modules.datafeed.importing.survey import SymbolSurvey
from trading_api.modules.datafeed.importing.tables.table import Table
from trading_api.modules.datafeed.importing.times import choose_reader, time_zone

Found = TypeVar("Found")


class Reading(NamedTuple):
    """What the user says of a file; None leaves it to the file."""

    symbol: str | None = None
    resolution: str | None = None
    tz: str | None = None


def bar_format(
    table: Table, layout: Layout, reading: Reading, on_rows: Callable[[int], None]
) -> BarFormat:
    """Look through the file once and return how to read it.

    Raises:
        ImportRefused: a symbol, a resolution or a time zone is missing or unknown.
    """
    zone = time_zone(reading.tz)
    symbol = wanted_symbol(table, layout, reading.symbol)
    found = select(table, layout, symbol, survey(table, layout, symbol, on_rows))
    samples = [one.times for one in found.values()]
    times = choose_reader([time for some in samples for time in some], zone)
    if reading.resolution is not None:
        refuse_finer(reading.resolution, samples, times)
    return BarFormat(
        layout=layout,
        times=times,
        resolution=reading.resolution or infer_resolution(samples, times),
        decimals={name: Decimals(one.prices.kept, one.volumes.kept) for name, one in found.items()},
        symbol=symbol,
        rows=sum(one.rows for one in found.values()),
        notes=tuple(_rounding_notes(found)),
    )


def wanted_symbol(table: Table, layout: Layout, symbol: str | None) -> str | None:
    """Return the symbol that is asked for, or that the heading names; None for every one.

    Raises:
        ImportRefused: nothing names the symbol.
    """
    symbol = symbol or layout.symbol
    if symbol is None and layout.columns.place("symbol") is None:
        raise ImportRefused(
            f"{table.path.name}: expected a column symbol or ticker, the file has none; name its"
            " symbol with --symbol."
        )
    return symbol


def select(
    table: Table, layout: Layout, symbol: str | None, found: dict[str, Found]
) -> dict[str, Found]:
    """Return what is wanted of what was found, by symbol.

    Raises:
        ImportRefused: that is nothing.
    """
    if not found:
        raise ImportRefused(f"{table.path.name}: expected rows below the header, there are none.")
    if symbol is None or layout.columns.place("symbol") is None:
        return found
    if symbol not in found:
        holds = ", ".join(sorted(found)[:20])
        raise ImportRefused(
            f"{table.path.name}: expected rows of {symbol}, the file holds {holds}."
        )
    return {symbol: found[symbol]}


def _rounding_notes(found: dict[str, SymbolSurvey]) -> list[str]:
    return [
        f"{name}: prices have {one.prices.most} decimals, as printed binary fractions do; rounded"
        f" to {one.prices.kept}"
        for name, one in sorted(found.items())
        if one.prices.kept < one.prices.most
    ]
