"""One series of bars under check: as the datafeed gives it, page by page, and windows of it."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .udf_client import Bar, UdfClient

PAGE = 5_000
MINUTES_OF = {"1D": 1_440, "1W": 7 * 1_440, "1M": 28 * 1_440}


@dataclass(frozen=True)
class Series:
    """The bars of one symbol with start <= time < end; `end` is no later than the last closed bar.

    `draw` chooses what is asked, so that a run can be repeated.
    """

    client: UdfClient
    ticker: str
    resolution: str
    start: int
    end: int
    draw: random.Random

    @property
    def name(self) -> str:
        return f"{self.ticker} {self.resolution}"

    @property
    def seconds(self) -> int:
        """How long a bar is that nothing cuts, of a month the shortest."""
        return 60 * (MINUTES_OF.get(self.resolution) or int(self.resolution))

    @cached_property
    def symbol(self) -> dict[str, Any]:
        """What the datafeed says of the instrument."""
        return self.client.symbol(self.ticker)

    @cached_property
    def bars(self) -> Sequence[Bar]:
        """All bars, as they come by countback, ascending."""
        pages: list[Sequence[Bar]] = []
        for page in self.client.walk(self.ticker, self.resolution, self.end, PAGE):
            pages.append([bar for bar in page if bar.time >= self.start])
            if page[0].time < self.start:
                break
        return [bar for page in reversed(pages) for bar in page]

    def at(self, resolution: str) -> "Series":
        """Return the same time at another resolution."""
        return Series(self.client, self.ticker, resolution, self.start, self.end, self.draw)

    def windows(self, count: int, most: int = PAGE) -> Iterator[Sequence[Bar]]:
        """Yield stretches of the bars, each of two to `most`."""
        for _ in range(count if len(self.bars) > 1 else 0):
            length = self.draw.randint(2, min(most, len(self.bars)))
            first = self.draw.randint(0, len(self.bars) - length)
            yield self.bars[first : first + length]

    def some(self, count: int) -> Sequence[Bar]:
        """Return the first bar, the last and others between."""
        between = self.draw.sample(self.bars, min(count, len(self.bars)))
        return [*self.bars[:1], *between, *self.bars[-1:]]
