"""What the judge of `make cuts` finds: missing, doubled, changed and stale values."""

import pytest
from cuts.judging import Heard, Verdict, judge_latest, judge_lossless
from cuts.recovery import Episode, counts, episodes, picture, table
from cuts.topics import LOSSLESS, quote_of

ORDERS = [(seq, seq, {"id": f"o{seq % 2}", "status": 6, "n": seq}) for seq in range(1, 5)]


def heard(route: str, *events: list) -> Heard:
    return Heard("one", {route: list(events)})


def updates(*numbers: int) -> list[list]:
    return [["update", seq, 0, ORDERS[seq - 1][2]] for seq in numbers]


def lossless(*events: list) -> Verdict:
    verdict = Verdict()
    others = {route: [["from", 0]] for route in LOSSLESS if route != "orders"}
    judge_lossless(Heard("one", {"orders": list(events), **others}), {"orders": ORDERS}, verdict)
    return verdict


def test_who_heard_everything_once_lacks_nothing() -> None:
    verdict = lossless(["replace", []], *updates(1, 2, 3, 4))

    assert (verdict.faults, verdict.updates["orders"]) == ([], 4)


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ([["replace", []], *updates(1, 2, 4)], (1, 0, 0)),
        ([["replace", []], *updates(1, 2, 3)], (1, 0, 0)),
        ([["replace", []], *updates(1, 2, 2, 3, 4)], (0, 1, 0)),
        ([["from", 2], *updates(3), ["update", 4, 0, {"id": "other"}]], (0, 0, 1)),
        ([["replace", [ORDERS[1][2]]], *updates(3, 4)], (0, 0, 1)),
        ([["replace", [ORDERS[0][2], ORDERS[0][2]]], *updates(3, 4)], (0, 0, 1)),
    ],
)
def test_what_is_missing_doubled_or_otherwise_is_found(events: list, found: tuple) -> None:
    verdict = lossless(*events)

    assert (verdict.missing, verdict.doubled, verdict.wrong) == found
    assert verdict.faults


@pytest.mark.parametrize(
    ("ours", "fault"),
    [
        ([["update", 2, 0, {"bid": 2}], ["update", 1, 0, {"bid": 1}]], "1 came after 2"),
        ([["update", 2, 0, {"bid": 1}]], "newest is"),
        ([["replace", [{"bid": 2}]]], "heard no update"),
    ],
)
def test_an_old_value_or_a_number_that_went_back_is_found(ours: list, fault: str) -> None:
    calm = heard("quotes:AAPL", *(["update", n, 0, {"bid": n}] for n in (1, 2, 3)))
    verdict = Verdict()

    judge_latest(heard("quotes:AAPL", *ours), calm, [quote_of("AAPL")], verdict)

    assert any(fault in found for found in verdict.faults)


def test_recovery_counts_from_loss_to_whole_and_is_drawn() -> None:
    one = Heard("one", link=[("whole", 0), ("lost", 1_000), ("whole", 1_400), ("lost", 9_000)])

    [episode] = episodes(0, one, [])

    assert (episode, episode.seconds) == (Episode(0, 1_000, 1_400, "none"), 0.4)
    assert counts([episode])[1] == 1
    assert "| 0.5 s | 1 |" in table({"Python": [episode]})
    assert picture({"Python": [episode]}).count("<rect") == 1 + len(counts([]))
