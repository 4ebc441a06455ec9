"""How often a measured time fell between which bounds: what a histogram is made of. Pure."""

from bisect import bisect_left
from collections.abc import Sequence

# Seconds: from what a turn of the loop takes to what somebody waits for.
FINE_S = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
COARSE_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Distribution:
    """Counts by upper bound; one thread observes, any may read."""

    def __init__(self, bounds: Sequence[float]) -> None:
        """Count below each of the ascending `bounds`, and above the last."""
        self.bounds = tuple(bounds)
        self.total = 0.0
        self._counts = [0] * (len(self.bounds) + 1)

    def observe(self, value: float) -> None:
        self._counts[bisect_left(self.bounds, value)] += 1
        self.total += value

    @property
    def counts(self) -> list[int]:
        """How many values were at most each bound and above the one before; the last has none."""
        return list(self._counts)
