"""What the judge of `make soak` notices, and what it forgives."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from soak.picture import PANELS, picture
from soak.samples import ALIKE, MIB, Sample, gained_kinds, grown, slope_an_hour

WARM_UP_S = 600.0
Plant = Callable[[float, Sample], Sample]


def sample(at_s: float) -> Sample:
    """Of an hour without leaks: memory rises while it warms up, then sways as collectors come."""
    warming, sway = min(at_s, WARM_UP_S) / WARM_UP_S, math.sin(at_s / 97)
    counts = dict.fromkeys(ALIKE, 30) | {"objects": int(137_000 + 900 * sway), "threads": 17}
    is_quiet = at_s % 300 >= 280
    if not is_quiet:
        counts["topics"] += int(at_s) % 4
    rss = 120 * MIB + int(20 * MIB * warming) + int(MIB * sway)
    return Sample(at_s, is_quiet, rss, 23 * MIB + int(MIB * sway / 4), 9 * MIB, counts)


def an_hour(plant: Plant = lambda _, flat: flat) -> list[Sample]:
    return [plant(at_s / 3600, sample(at_s)) for at_s in range(0, 3600, 10)]


def more(name: str, by: float) -> Plant:
    def planted(share: float, flat: Sample) -> Sample:
        return replace(flat, counts={**flat.counts, name: flat.counts[name] + int(by * share)})

    return planted


def test_an_hour_that_sways_and_warms_up_has_not_grown() -> None:
    assert list(grown(an_hour(), WARM_UP_S)) == []


@pytest.mark.parametrize(
    ("plant", "fault"),
    [
        (lambda share, flat: replace(flat, rss=flat.rss + int(6 * MIB * share)), "own gained"),
        (
            lambda share, flat: replace(
                flat, rss=flat.rss + int(9 * MIB * share), sqlite=int(9 * MIB * (1 + share))
            ),
            "sqlite gained",
        ),
        (lambda share, flat: replace(flat, heap=flat.heap + int(2 * MIB * share)), "heap gained"),
        (more("objects", 5_000), "objects gained"),
        (more("threads", 6), "threads gained"),
        *((more(name, 2), f"{name} at quiet moments") for name in ALIKE),
    ],
)
def test_a_planted_leak_is_noticed(plant: Plant, fault: str) -> None:
    [found] = grown(an_hour(plant), WARM_UP_S)

    assert found.startswith(fault)


def test_an_hour_without_quiet_moments_proves_nothing() -> None:
    busy = an_hour(lambda _, flat: replace(flat, is_quiet=False))

    assert "quiet" in next(grown(busy, WARM_UP_S))


def test_one_wild_sample_does_not_rule_the_slope() -> None:
    wild = an_hour()
    wild[200] = replace(wild[200], rss=900 * MIB)

    assert list(grown(wild, WARM_UP_S)) == []
    assert slope_an_hour(wild[:1], lambda one: one.rss) == 0


def test_the_class_that_grew_is_named() -> None:
    samples = [
        replace(one, counts={**one.counts, "kind Order": int(one.at_s), "kind Hub": 1})
        for one in an_hour()
    ]

    assert gained_kinds(samples, WARM_UP_S) == {"kind Order": (880, 3590)}


def test_each_measure_has_its_panel() -> None:
    drawn = picture(an_hour(), WARM_UP_S)

    assert drawn.count("<polyline") == len(PANELS)
    assert drawn.count("<circle") == len(PANELS) * sum(one.is_quiet for one in an_hour())
