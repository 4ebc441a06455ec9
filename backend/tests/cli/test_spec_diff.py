"""`trading-pro spec diff`: what it compares with, its three exit codes, the gate."""

import json
import re
import shutil
from pathlib import Path

import pytest

from trading_api.cli import main, source_tree
from trading_api.court.report import table

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "reference" / "contract-changes.md"


@pytest.fixture
def base(tmp_path):
    folder = tmp_path / "base"
    folder.mkdir()
    for file in (ROOT / "contract").glob("*.json"):
        shutil.copy(file, folder)
    return folder


def _edit(file, edit):
    document = json.loads(file.read_text())
    edit(document)
    file.write_text(json.dumps(document))


def _more_topics(document):
    document["channels"]["ws"]["x-limits"]["subscriptions"] = 9000


def test_an_equal_contract_ends_with_0(base, capsys):
    assert main(["spec", "diff", str(base)]) == 0
    assert capsys.readouterr().out.endswith("\nno change\n")


def test_a_breaking_change_ends_with_1_and_says_for_whom(base, capsys):
    _edit(base / "asyncapi.json", _more_topics)

    assert main(["spec", "diff", str(base)]) == 1
    said = capsys.readouterr().out
    assert "Breaks clients that exist: 1" in said
    assert "asyncapi.json x-limits.subscriptions: 9000 → 2000" in said
    assert "instead: leave the default" in said


def test_one_document_is_compared_alone_and_as_json(base, capsys):
    _edit(base / "asyncapi.json", _more_topics)

    assert main(["spec", "diff", str(base / "asyncapi.json"), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["breaking"], said["from"]["files"]) == (1, ["asyncapi.json"])
    assert [change["name"] for change in said["changes"]] == ["limit-tighter"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "nowhere", "is no folder, no file and no revision"),
        (lambda folder: (folder / "openapi.json").unlink() or folder, "has no openapi.json"),
        (lambda folder: (folder / "openapi.json").write_text("{") and folder, "cannot be read"),
        (lambda folder: folder / "state-hash.json", "is no document of a contract"),
    ],
)
def test_what_cannot_be_compared_ends_with_2(base, capsys, make, said):
    assert main(["spec", "diff", str(make(base))]) == 2
    assert said in capsys.readouterr().err


def test_without_a_checkout_nothing_is_compared(monkeypatch, capsys):
    monkeypatch.setattr(source_tree, "checkout", lambda: None)

    assert main(["spec", "diff"]) == 2
    assert "needs the source tree" in capsys.readouterr().err


def test_the_gate_says_what_lacks_and_what_it_compared_with(base, capsys):
    _edit(base / "asyncapi.json", _more_topics)

    assert main(["spec", "diff", str(base), "--gate"]) == 1
    said = capsys.readouterr()
    assert f"from {base}, contract version 1: " in said.out
    assert "the contract version is still 1: make it 2" in said.err


def test_the_gate_is_open_for_this_checkout(capsys):
    assert main(["spec", "diff", "--gate"]) == 0
    said = capsys.readouterr().out
    assert "from contract/released, the released contract, contract version " in said
    assert re.search(r"\d+ stream operations, \d+ requests, \d+ error codes", said)
    assert "contract gate: open" in said


def test_every_kind_of_change_is_on_the_page(capsys):
    assert main(["spec", "diff", "--kinds"]) == 0

    rows = capsys.readouterr().out.strip()
    assert rows == "\n".join(table())
    assert rows in PAGE.read_text(encoding="utf-8"), "put `trading-pro spec diff --kinds` there"
