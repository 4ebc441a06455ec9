"""Executions as marks: on a bar one a side, on the axis one a bar, however many there were.

A chart shows ten marks a bar at most, and only those whose time is a bar's.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from trading_api.models.udf import UdfMark, UdfTimescaleMark
from trading_api.shared.charts import MarkedExecution

MOST_LINES = 10
COLORS = {"buy": "green", "sell": "red"}
LETTERS = {"buy": "B", "sell": "S"}


class PlacedExecution(NamedTuple):
    """An execution and the bar that it belongs to; `bar` is the bar's time in Unix seconds."""

    bar: int
    execution: MarkedExecution


def bar_marks(placed: Iterable[PlacedExecution]) -> list[UdfMark]:
    """Return the marks on bars; `placed` is ascending by bar."""
    return [
        _bar_mark(bar, side) for bar, executions in _by_bar(placed) for side in _by_side(executions)
    ]


def timescale_marks(placed: Iterable[PlacedExecution]) -> list[UdfTimescaleMark]:
    """Return the marks on the axis; `placed` is ascending by bar."""
    return [_timescale_mark(bar, executions) for bar, executions in _by_bar(placed)]


def _by_bar(placed: Iterable[PlacedExecution]) -> list[tuple[int, list[MarkedExecution]]]:
    return [
        (bar, [one.execution for one in group])
        for bar, group in groupby(placed, key=lambda one: one.bar)
    ]


def _by_side(executions: Sequence[MarkedExecution]) -> list[list[MarkedExecution]]:
    sides = ([one for one in executions if one.side == side] for side in COLORS)
    return [side for side in sides if side]


def _bar_mark(bar: int, executions: Sequence[MarkedExecution]) -> UdfMark:
    newest = executions[-1]
    return UdfMark(
        id=newest.id,
        time=bar,
        color=COLORS[newest.side],
        text=_summary(executions),
        label=LETTERS[newest.side],
        labelFontColor="white",
        minSize=14,
    )


def _timescale_mark(bar: int, executions: Sequence[MarkedExecution]) -> UdfTimescaleMark:
    sides = {one.side for one in executions}
    newest = executions[-1]
    lines = [_line(one) for one in executions[:MOST_LINES]]
    if len(executions) > MOST_LINES:
        lines.append(f"and {len(executions) - MOST_LINES} more")
    return UdfTimescaleMark(
        id=newest.id,
        time=bar,
        color=COLORS[newest.side] if len(sides) == 1 else "blue",
        label=LETTERS[newest.side] if len(sides) == 1 else "T",
        tooltip=lines,
    )


def _line(one: MarkedExecution) -> str:
    return f"{one.side.capitalize()} {one.qty} @ {one.price} ({one.account})"


def _summary(executions: Sequence[MarkedExecution]) -> str:
    """Return one line for executions of one side: all that was traded, at the average price."""
    if len(executions) == 1:
        return _line(executions[0])
    qty = sum((one.qty for one in executions), Decimal(0))
    cost = sum((one.qty * one.price for one in executions), Decimal(0))
    accounts = ", ".join(dict.fromkeys(one.account for one in executions))
    average = (cost / qty).quantize(executions[0].price)
    return (
        f"{executions[0].side.capitalize()} {qty} @ {average} on average,"
        f" {len(executions)} executions ({accounts})"
    )
