import json
from pathlib import Path

from trading_api.cli import main
from trading_api.phases.stream import contract_test, streams_of
from trading_api.phases.tree import Tree

ROOT = Path(__file__).resolve().parents[3]


def test_every_stream_of_the_product_meets_what_is_read_from_its_code(capsys) -> None:
    code = main(["phases", "--static", "--json"])

    told = json.loads(capsys.readouterr().out)
    assert [one["gap"] for one in told["verdicts"] if not one["green"]] == []
    assert code == 0


def test_the_streams_are_those_of_the_contract() -> None:
    tree = Tree(ROOT)
    operations = {one.rpartition(".")[0] for one in tree.asyncapi["operations"] if "." in one}

    streams = streams_of(tree)

    assert {one.route for one in streams} == operations - {"server"}
    assert all(contract_test(tree, one) for one in streams)


def test_one_stream_is_shown_as_the_checklist(capsys) -> None:
    assert main(["phases", "bars", "--static"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("Phase 1: Backend operations\n  [x] Models")


def test_an_unknown_stream_is_refused(capsys) -> None:
    assert main(["phases", "bar", "--static"]) == 2

    assert "expected one of orders, " in capsys.readouterr().err


def test_the_package_alone_has_no_streams_to_judge(monkeypatch, capsys) -> None:
    monkeypatch.setattr("trading_api.cli.source_tree.checkout", lambda: None)

    assert main(["phases"]) == 2

    assert "phases needs the source tree" in capsys.readouterr().err
