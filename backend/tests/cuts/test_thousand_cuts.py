"""What the judge of `make cuts` finds: missing, doubled, changed and stale values."""

import pytest
from cuts.judging import Heard, Verdict, judge_latest, judge_leaves, judge_lossless
from cuts.recovery import Episode, counts, episodes, picture, table
from cuts.topics import LOSSLESS, Listening, quote_of

BARS = Listening("bars:AAPL", "bars", {"symbol": "AAPL", "resolution": "1"})
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
        ([["update", 2, 0, {"bid": 2}], ["replace", [{"bid": 2}]]], "heard no update"),
        ([["update", 4, 0, {"bid": 4}]], "the calm listener heard [1] to [3]"),
    ],
)
def test_an_old_value_or_a_number_that_went_back_is_found(ours: list, fault: str) -> None:
    calm = heard("quotes:AAPL", *(["update", n, 0, {"bid": n}] for n in (1, 2, 3)))
    verdict = Verdict()

    judge_latest(heard("quotes:AAPL", *ours), calm, [quote_of("AAPL")], verdict)

    assert any(fault in found for found in verdict.faults)


def bars(seq: int, minute: int) -> list:
    return ["update", seq, 0, {"time": minute, "close": seq}]


def test_a_bar_that_closed_before_the_state_is_owed_by_nobody() -> None:
    calm = heard("bars:AAPL", bars(1, 60), bars(2, 120), bars(3, 180), bars(4, 180))
    ours = heard("bars:AAPL", ["replace", [{"time": 120, "close": 2}]], bars(3, 180), bars(4, 180))
    verdict = Verdict()

    judge_latest(ours, calm, [BARS], verdict)

    assert verdict.faults == []


def test_a_bar_that_closed_after_the_state_is_owed() -> None:
    calm = heard("bars:AAPL", bars(1, 60), bars(2, 60), bars(3, 120))
    ours = heard("bars:AAPL", bars(1, 60), bars(3, 120))
    verdict = Verdict()

    judge_latest(ours, calm, [BARS], verdict)

    [fault] = verdict.faults
    assert "60: held" in fault


@pytest.mark.parametrize(
    ("link", "leaves", "faults"),
    [
        ([("draining", 1), ("closed", 4000), ("closed", 1006)], 1, 0),
        ([("closed", 4000)], 1, 1),
        ([("draining", 1), ("closed", 4000), ("closed", 4000)], 2, 1),
        ([("draining", 1), ("closed", 1012)], 0, 1),
    ],
)
def test_C3_a_leave_is_told_and_then_closes_with_4000(link: list, leaves: int, faults: int) -> None:
    verdict = Verdict()

    judge_leaves(Heard("one", link=link), verdict)

    assert (verdict.leaves, len(verdict.faults)) == (leaves, faults)


def test_recovery_counts_from_loss_to_whole_and_is_drawn() -> None:
    one = Heard("one", link=[("whole", 0), ("lost", 1_000), ("whole", 1_400), ("lost", 9_000)])

    [episode] = episodes(0, one, [])

    assert (episode, episode.seconds) == (Episode(0, 1_000, 1_400, "none"), 0.4)
    assert counts([episode])[1] == 1
    assert "| 0.5 s | 1 |" in table({"Python": [episode]})
    assert picture({"Python": [episode]}).count("<rect") == 1 + len(counts([]))
