"""The progress of an import, on a terminal and elsewhere."""

import io

from trading_api.cli.progress import ProgressLine
from trading_api.modules.datafeed.importing import ImportProgress

STEPS = [
    ImportProgress("survey", 10, None),
    ImportProgress("read", 5, 10),
    ImportProgress("read", 10, 10),
]


def written(*, terminal):
    stream = io.StringIO()
    line = ProgressLine(stream, terminal=terminal)
    for step in STEPS:
        line.show(step)
    line.finish()
    return stream.getvalue()


def test_a_terminal_gets_one_line_drawn_over():
    text = written(terminal=True)

    assert "\n" not in text
    assert "[###############...............]  50%  5 rows" in text
    assert text.endswith("\r\033[K")


def test_elsewhere_each_step_is_one_plain_line():
    assert written(terminal=False) == "looking through the file\nreading\n"
