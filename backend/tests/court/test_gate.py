"""The gate: what breaks needs a contract version and a line in the changelog."""

import json
import subprocess

import pytest

from trading_api.court.contract_files import FILES, read_folder
from trading_api.court.gate import judge, judge_baseline

from .seeding import committed

ANNOUNCED = "- Contract version 2: `Bar` has no volume,\n  and `PreOrder` needs a limit.\n"


def _without_volume(version="1.0.0"):
    contract = committed()
    document = contract.documents["asyncapi.json"]
    document["info"]["version"] = version
    del document["components"]["schemas"]["Bar"]["properties"]["volume"]
    document["components"]["schemas"]["Bar"]["required"].remove("volume")
    return contract


def test_what_breaks_nobody_needs_nothing():
    assert judge(committed(), committed(), "").lacking == []


def test_a_breaking_change_needs_a_new_version():
    (lacking,) = judge(committed(), _without_volume(), ANNOUNCED).lacking

    assert "contract version is still 1: make it 2 in backend/src" in lacking


@pytest.mark.parametrize(
    "changelog",
    [
        "",
        "- Contract version 2: something.\n",
        "- Contract version 1: `Bar` has no volume.\n",
        "- Contract version 2: something.\n- `Bar` has no volume.\n",
        "- Contract version 3: `Bar` has no volume.\n",
    ],
)
def test_a_breaking_change_needs_a_line_that_names_it(changelog):
    (lacking,) = judge(committed(), _without_volume("2.0.0"), changelog).lacking

    assert lacking == "CHANGELOG.md has no line `- Contract version 2: …` that names `Bar`"


def test_an_announced_change_passes():
    assert judge(committed(), _without_volume("2.0.0"), f"# Changes\n\n{ANNOUNCED}").lacking == []


@pytest.fixture
def repository(tmp_path):
    _git(tmp_path, "init", "--quiet")
    _release(tmp_path, committed().documents)
    return tmp_path


def _git(folder, *arguments):
    known = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(["git", *known, *arguments], cwd=folder, check=True, capture_output=True)


def _release(folder, documents, commit=True):
    released = folder / "contract" / "released"
    released.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (released / name).write_text(json.dumps(documents[name]))
    if commit:
        _git(folder, "add", ".")
        _git(folder, "commit", "--quiet", "--allow-empty", "-m", "release")


def _lacking(repository):
    judgement = judge_baseline(repository, ANNOUNCED)
    assert judgement is not None
    return judgement.lacking


@pytest.mark.parametrize("commit", [True, False])
def test_the_baseline_cannot_be_put_aside_unannounced(repository, commit):
    _release(repository, _without_volume().documents, commit)

    judgement = judge_baseline(repository, "")

    assert judgement is not None
    assert [change.path for change in judgement.changes] == ["Bar.volume"]
    assert judgement.lacking != []
    assert _lacking(repository) != []


def test_an_announced_release_passes_afterwards_too(repository):
    _release(repository, _without_volume("2.0.0").documents)
    (repository / "other").write_text("later")
    _git(repository, "add", ".")
    _git(repository, "commit", "--quiet", "-m", "later")

    assert _lacking(repository) == []


def test_without_history_the_baseline_is_not_judged_and_read_all_the_same(repository, tmp_path):
    assert judge_baseline(repository, "") is None
    assert read_folder(repository / "contract" / "released", "released").version == 1
