"""`trading-pro spec export`: the contract of the whole app, written or only compared."""

import pytest

from trading_api.cli import main


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "contract"


def test_the_whole_contract_is_written_and_then_current(folder, capsys):
    assert main(["spec", "export", "--out", str(folder)]) == 0
    assert main(["spec", "export", "--out", str(folder), "--check"]) == 0

    assert {path.name for path in folder.iterdir()} == {
        "asyncapi.json",
        "errors.json",
        "openapi.json",
    }
    assert "contract: up to date" in capsys.readouterr().out


def test_a_stale_file_is_named_and_left_alone(folder, capsys):
    main(["spec", "export", "--out", str(folder)])
    (folder / "errors.json").write_text("{}")

    code = main(["spec", "export", "--out", str(folder), "--check"])

    assert code == 1
    assert "contract out of date: errors.json; run `make generate`" in capsys.readouterr().err
    assert (folder / "errors.json").read_text() == "{}"


def test_the_contract_is_the_same_in_every_environment(folder, monkeypatch):
    main(["spec", "export", "--out", str(folder)])
    monkeypatch.setenv("TP_MODULES", "broker")

    assert main(["spec", "export", "--out", str(folder), "--check"]) == 0
