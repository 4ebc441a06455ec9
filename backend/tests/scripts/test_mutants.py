"""The planted faults: each still finds its place, and the report says what became of it."""

from pathlib import Path

import pytest
from mutants.report import Verdict, report
from mutants.run import chosen
from mutants.table import Fault, TableError, read_faults

ROOT = Path(__file__).resolve().parents[3]
FOUR = [("S3", "backend"), ("S3", "frontend"), ("S3", "backend"), ("U1", "backend")]
FAULT = Fault("S3", Path("backend/a.py"), "old", "new", "wrong")


@pytest.mark.parametrize("fault", read_faults(), ids=str)
def test_a_planted_fault_finds_its_place(fault):
    text = (ROOT / fault.file).read_text(encoding="utf-8")

    assert fault.apply(text) != text


def test_faults_are_told_apart_by_their_words():
    names = list(map(str, read_faults()))

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("text", ["", "old old"])
def test_a_fault_without_its_one_place_is_unusable(text):
    with pytest.raises(TableError, match=r"expected its old text once in backend/a\.py, got [02]"):
        FAULT.apply(text)


@pytest.mark.parametrize(
    "row",
    ['rule="S3"\nold="a"\nnew="b"', 'rule="S3"\nwhat="w"\nold="a"\nnew="a"'],
    ids=["a field is missing", "nothing changes"],
)
def test_a_row_that_is_no_fault_is_refused(tmp_path, row):
    (tmp_path / "a.toml").write_text(f'[["backend/a.py"]]\n{row}\n')

    with pytest.raises(TableError):
        read_faults(tmp_path)


def test_the_first_of_each_rule_and_side_are_chosen():
    rows = [Fault(rule, Path(f"{side}/a"), "old", "new", rule) for rule, side in FOUR]

    assert chosen(rows, [], None) == rows
    assert chosen(rows, [], 1) == [rows[0], rows[1], rows[3]]
    assert chosen(rows, ["S3"], 2) == rows[:3]


def test_the_report_names_what_survived_and_why():
    verdicts = [Verdict(FAULT, "SURVIVED", "3 passed"), Verdict(FAULT, "caught")]

    lines = report(verdicts).splitlines()

    assert lines == [
        "S3  server  SURVIVED  wrong",
        "      3 passed",
        "S3  server  caught    wrong",
        "mutants: 1 of 2 caught, 1 rules",
    ]
