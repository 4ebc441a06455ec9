from decimal import Decimal
from typing import Literal

from trading_api.modules.udf.marks import PlacedExecution, bar_marks, timescale_marks
from trading_api.shared.charts import MarkedExecution


def placed(
    bar: int, number: int, side: Literal["buy", "sell"], price: str, qty: str = "1"
) -> PlacedExecution:
    return PlacedExecution(
        bar, MarkedExecution("demo", f"x{number}", bar * 1000, side, Decimal(price), Decimal(qty))
    )


def test_one_execution_is_one_mark_that_says_all() -> None:
    (mark,) = bar_marks([placed(60, 1, "buy", "150.25", "30")])

    assert (mark.time, mark.id, mark.color, mark.label) == (60, "x1", "green", "B")
    assert mark.text == "Buy 30 @ 150.25 (demo)"


def test_many_executions_of_a_bar_are_one_mark_a_side_at_their_average() -> None:
    many = [placed(60, number, "buy", f"100.{number:02}", "2") for number in range(1, 31)]
    marks = bar_marks([*many, placed(60, 31, "sell", "101.00"), placed(120, 32, "buy", "99.00")])

    assert [(mark.time, mark.id, mark.label) for mark in marks] == [
        (60, "x30", "B"), (60, "x31", "S"), (120, "x32", "B"),
    ]  # fmt: skip
    # The average of 100.01 to 100.30 is 100.155, rounded to the price's digits.
    assert marks[0].text == "Buy 60 @ 100.16 on average, 30 executions (demo)"


def test_the_axis_has_one_mark_a_bar_with_ten_lines_at_most() -> None:
    (many,) = timescale_marks([placed(60, number, "sell", "10") for number in range(12)])
    (both,) = timescale_marks([placed(60, 1, "sell", "10"), placed(60, 2, "buy", "11")])

    assert (many.label, many.color, len(many.tooltip)) == ("S", "red", 11)
    assert many.tooltip[0] == "Sell 1 @ 10 (demo)" and many.tooltip[-1] == "and 2 more"
    assert (both.label, both.color) == ("T", "blue")
    assert both.tooltip == ["Sell 1 @ 10 (demo)", "Buy 1 @ 11 (demo)"]


def test_nothing_traded_marks_nothing() -> None:
    assert (bar_marks([]), timescale_marks([])) == ([], [])
