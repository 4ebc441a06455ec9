"""The market of the soak: a file of ticks to replay, fifty symbols, each a tick a second."""

import math
from pathlib import Path

from cuts.topics import OTHERS, SYMBOLS, Listening, quote_of

WATCHED = tuple(f"SOAK{number:02}" for number in range(44))
"""Beside the two that everybody follows and the four that come and go."""
MARKET = (*SYMBOLS, *OTHERS, *WATCHED)
EACH = 8
"""So many watched symbols a listener."""
SECOND_MS = 1_000
AHEAD_MS = 30_000
"""Of the machine's time, or an order would bear a time before the moment it was sent."""


def write_ticks(file: Path, first_ms: int, seconds: int) -> None:
    """Write ticks from a little after `first_ms` (Unix) on."""
    with file.open("w", encoding="utf-8") as out:
        out.write("time,symbol,price,size\n")
        for second in range(seconds):
            for number, symbol in enumerate(MARKET):
                price = 100 + 10 * number + math.sin(second / 9 + number)
                # Apart in time as symbols are in life.
                at = first_ms + AHEAD_MS + second * SECOND_MS + 20 * number
                out.write(f"{at},{symbol},{price:.2f},100\n")


def watched_by(number: int) -> list[Listening]:
    """Return quotes and bars of the symbols that a listener watches beside everybody's."""
    symbols = [WATCHED[(number * EACH + turn) % len(WATCHED)] for turn in range(EACH)]
    bars = [
        Listening(f"bars:{symbol}", "bars", {"symbol": symbol, "resolution": "1"})
        for symbol in symbols
    ]
    return [*map(quote_of, symbols), *bars]
