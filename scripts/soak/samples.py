"""What server and clients hold at a moment, and whether that grew."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from statistics import median

MIB = 1024 * 1024
HOUR_S = 3600
ALIKE = ("connections", "topics", "producers", "tasks", "sockets")
"""Must be the same at each quiet moment."""
MOST_MIB = {"own": 4.0, "sqlite": 4.0, "heap": 1.0}
"""What the server's memory and the heap of Node.js may gain in an hour after the warm-up."""
MOST_OBJECTS = 0.02
"""The share that the server's objects may gain in an hour."""
MOST_THREADS = 1.0
"""Threads of pools come as they are needed, and stay."""


@dataclass(frozen=True)
class Sample:
    """`rss` of the server and `heap` of Node.js (after a collection) in bytes."""

    at_s: float
    is_quiet: bool
    """Nobody trades, comes or goes: moments that are alike."""
    rss: int
    heap: int
    sqlite: int
    """Bytes of `rss` that SQLite has allocated: a page cache a connection, each bounded."""
    counts: Mapping[str, int]
    """By name; those of the product's own classes as `kind NAME`."""

    @property
    def own(self) -> int:
        """Bytes of the server beside the caches of its ledger."""
        return self.rss - self.sqlite


Measure = Callable[[Sample], float]


def of_count(name: str) -> Measure:
    return lambda sample: sample.counts[name]


def slope_an_hour(samples: Sequence[Sample], of: Measure) -> float:
    """Return the median of the slopes between any two samples (Theil, Sen): no outlier rules it."""
    slopes = [
        (of(later) - of(earlier)) / (later.at_s - earlier.at_s)
        for earlier, later in combinations(samples, 2)
        if later.at_s > earlier.at_s
    ]
    return median(slopes) * HOUR_S if slopes else 0.0


def grown(samples: Sequence[Sample], warm_up_s: float) -> Iterator[str]:
    """Yield what is not flat after the warm-up, or otherwise at like moments."""
    warm = [sample for sample in samples if sample.at_s >= warm_up_s]
    quiet = [sample for sample in warm if sample.is_quiet]
    if len({round(sample.at_s) for sample in quiet}) < 2:
        yield f"expected two quiet samples or more after the warm-up, got {len(quiet)}"
        return
    for name, most in MOST_MIB.items():
        gained = slope_an_hour(warm, attrgetter(name)) / MIB
        if gained > most:
            yield f"{name} gained {gained:.2f} MiB an hour, expected at most {most:g}"
    objects = of_count("objects")
    share = slope_an_hour(warm, objects) / objects(warm[0])
    if share > MOST_OBJECTS:
        yield f"objects gained {share:.1%} an hour, expected at most {MOST_OBJECTS:.0%}"
    threads = slope_an_hour(warm, of_count("threads"))
    if threads > MOST_THREADS:
        yield f"threads gained {threads:.1f} an hour, expected at most {MOST_THREADS:g}"
    yield from _unlike(quiet)


def _unlike(quiet: Iterable[Sample]) -> Iterator[str]:
    for name in ALIKE:
        found = {sample.counts[name] for sample in quiet}
        if len(found) > 1:
            yield f"{name} at quiet moments: expected one number, got {sorted(found)}"


def gained_kinds(samples: Sequence[Sample], warm_up_s: float) -> dict[str, tuple[int, int]]:
    """Return what classes had more instances at the last quiet moment than at the first."""
    quiet = [sample for sample in samples if sample.is_quiet and sample.at_s >= warm_up_s]
    if not quiet:
        return {}
    first, last = quiet[0].counts, quiet[-1].counts
    return {
        name: (first.get(name, 0), count)
        for name, count in last.items()
        if name.startswith("kind ") and count > first.get(name, 0)
    }
