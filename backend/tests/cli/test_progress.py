"""The progress of an import, on a terminal and elsewhere."""

import io

from trading_api.cli.progress import ProgressLine
from trading_api.modules.datafeed.importing import ImportProgress

STEPS = [
    ImportProgress("survey", 10, None, 1.0),
    ImportProgress("read", 5_000, 10_000, 0.5),
    ImportProgress("read", 6_000, 10_000, 0.6),
    ImportProgress("read", 9_000, 10_000, 0.9),
]


def written(*, terminal, seconds_a_step):
    stream = io.StringIO()
    times = iter(range(0, 1000, seconds_a_step))
    line = ProgressLine(stream, terminal=terminal, clock=lambda: next(times))
    for step in STEPS:
        line.show(step)
    line.finish()
    return stream.getvalue()


def test_a_terminal_gets_one_line_drawn_over():
    text = written(terminal=True, seconds_a_step=1)

    assert "\n" not in text
    assert "reading  [###############...............]  50%  5,000 rows\r" in text
    assert text.endswith("\r\033[K")


def test_rows_come_with_their_rate_and_what_is_left():
    text = written(terminal=True, seconds_a_step=30)

    assert " 60%  6,000 rows, 200 rows/s, 0:20 left" in text
    assert " 90%  9,000 rows, 150 rows/s, 0:07 left" in text


def test_elsewhere_each_step_is_one_plain_line():
    text = written(terminal=False, seconds_a_step=1)

    assert text == "looking through the file\nreading\n"


def test_elsewhere_a_long_step_says_every_ten_seconds_how_far_it_is():
    text = written(terminal=False, seconds_a_step=6)

    assert text == "looking through the file\nreading\n  90%  9,000 rows, 750 rows/s, 0:01 left\n"
