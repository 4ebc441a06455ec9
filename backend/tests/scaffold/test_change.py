"""A change lands as a whole or not at all."""

import subprocess
from pathlib import Path

import pytest

from trading_api.scaffold.change import Change, refuse_uncommitted
from trading_api.scaffold.refusal import Refused


def change_of(**texts: tuple[str | None, str | None]) -> Change:
    change = Change()
    for path, (before, after) in texts.items():
        change.add(path, before, after)
    return change


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def test_it_writes_changes_and_removes(tmp_path):
    (tmp_path / "old").write_text("1\n")
    (tmp_path / "gone").write_text("2\n")

    change_of(old=("1\n", "3\n"), gone=("2\n", None), new=(None, "4\n")).write(tmp_path)

    assert texts(tmp_path) == {"old": "3\n", "new": "4\n"}


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(tmp_path):
    (tmp_path / "old").write_text("somebody's\n")

    with pytest.raises(Refused, match="old was changed meanwhile"):
        change_of(new=(None, "1\n"), old=("1\n", "2\n")).write(tmp_path)

    assert texts(tmp_path) == {"old": "somebody's\n"}


def test_when_the_last_file_fails_the_first_is_as_it_was(tmp_path):
    (tmp_path / "old").write_text("1\n")
    too_long_for_its_draft = "n" * 250
    change = change_of(new=(None, "1\n"), old=("1\n", "2\n"))
    change.add(too_long_for_its_draft, None, "3\n")

    with pytest.raises(Refused, match="File name too long; nothing was changed"):
        change.write(tmp_path)

    assert texts(tmp_path) == {"old": "1\n"}


def test_the_diff_is_one_that_git_applies(tmp_path):
    (tmp_path / "old").write_text("1\n2\n")
    (tmp_path / "gone").write_text("3\n")
    change = change_of(old=("1\n2\n", "1\n4\n"), gone=("3\n", None), new=(None, "5\n"))

    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=change.diff(), text=True, check=True)

    assert texts(tmp_path) == {"old": "1\n4\n", "new": "5\n"}


def test_work_that_is_not_committed_is_in_the_way(tmp_path):
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example"]
    (tmp_path / "old").write_text("1\n")
    for command in (["init", "-q"], ["add", "old"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    (tmp_path / "new").write_text("untracked\n")
    refuse_uncommitted(tmp_path, ["old", "new"])
    (tmp_path / "old").write_text("2\n")

    with pytest.raises(Refused, match="old: not committed; commit or undo first"):
        refuse_uncommitted(tmp_path, ["old", "new"])
