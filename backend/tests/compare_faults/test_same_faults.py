"""The comparison in small, and what its judge finds; `make compare-faults` does it in full."""

import asyncio
from pathlib import Path

import pytest
from compare_faults.judging import figures, missing_and_doubled, p99_ms
from compare_faults.listeners import Heard
from compare_faults.plan import POSITIONS, full, short
from compare_faults.serving import PLAIN, PRODUCT, Contender
from compare_faults.trial import GOES_ON, OLD_MS, Stage, Trial, Watched
from cuts.listener_log import now_ms


class Believer:
    """A listener that thinks that all is well."""

    def __init__(self, heard: Heard) -> None:
        self.heard = heard
        self.believes_live = True

    async def run(self) -> None:
        pass


async def small(contender: Contender, folder: Path) -> Trial:
    return await Stage(contender, short(7), 7, folder).play(0.0)


@pytest.mark.timeout(90)
async def test_R1_what_an_example_loses_in_a_kill_the_product_does_not(tmp_path: Path) -> None:
    folder = tmp_path / "product"
    folder.mkdir()
    plain, product = await asyncio.gather(small(PLAIN, tmp_path), small(PRODUCT, folder))

    [ours] = figures(product)
    assert (ours.missing, ours.doubled, ours.hear_at_end) == (0, 0, POSITIONS)
    assert min(one.missing for one in figures(plain)) > 0
    assert ours.due == POSITIONS * len(product.told) > 0


@pytest.mark.parametrize(
    ("numbers", "found"), [((1, 2, 3), (0, 0)), ((1, 3), (1, 0)), ((1, 2, 2, 3, 3), (0, 2))]
)
def test_missing_and_doubled_are_counted(numbers: tuple[int, ...], found: tuple) -> None:
    heard = Heard(events=[(n, 0) for n in numbers])

    assert missing_and_doubled(heard, {1: 0, 2: 0, 3: 0}) == found


def test_an_old_value_counts_only_while_the_listener_believes_it() -> None:
    listener = Believer(Heard(level_at=now_ms() - OLD_MS - 1_000))
    watched = Watched(GOES_ON, listener, is_disturbed=True)

    watched.look(0.5)
    watched.look(0.25)
    listener.believes_live = False
    watched.look(1.0)
    watched.look_last()

    assert (watched.old_s, watched.longest_old_s, watched.hears_at_end) == (0.75, 0.75, False)


def test_the_delay_is_that_of_the_first_telling_in_the_window() -> None:
    told = {1: 1_000, 2: 1_500, 3: 9_000}

    one = Heard(events=[(1, 1_010), (2, 1_540), (2, 5_000), (3, 9_900)])

    assert p99_ms([one], told, 0, (0.0, 2.0)) == 40
    assert p99_ms([Heard()], told, 0, (0.0, 2.0)) == float("inf")
    assert p99_ms([one], told, 0, (5.0, 6.0)) == 0


def test_a_plan_is_the_same_for_the_same_seed() -> None:
    assert full(3) == full(3) != full(4)
    kinds = {fault.kind for fault in full(3).faults}
    assert kinds >= {"kill", "suspend", "stall", "half-open", "refuse", "reset", "close"}
