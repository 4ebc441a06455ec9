"""The command line as a whole: exit codes, and errors of one line."""

from importlib.metadata import version

import pytest

from trading_api.cli import main

COMMANDS = [
    ["serve"],
    ["import"],
    ["backup"],
    ["restore"],
    ["spec", "export"],
    ["routers", "generate"],
    ["doctor"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_and_takes_a_data_directory(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])

    assert ended.value.code == 0
    assert "--data-dir" in capsys.readouterr().out


def test_without_a_command_it_prints_what_there_is(capsys):
    assert main([]) == 0

    said = capsys.readouterr().out
    assert all(command[0] in said for command in COMMANDS)


def test_it_tells_the_version_of_what_is_installed(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"trading-pro {version('trading-pro')}\n"


def test_an_unknown_command_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["sevre"])

    assert ended.value.code == 2
    assert "'sevre'" in capsys.readouterr().err


def test_a_refused_setting_is_one_line_and_exit_code_two(capsys, tmp_path):
    code = main(["serve", "--data-dir", str(tmp_path), "--port", "eighty"])

    said = capsys.readouterr().err.splitlines()
    assert code == 2
    assert len(said) == 1
    assert said[0].startswith("trading-pro: --port: expected a valid integer")
    assert said[0].endswith("got 'eighty'")


def test_an_unknown_variable_is_named_with_the_closest_known_one(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("TP_PROT", "9000")

    main(["serve", "--data-dir", str(tmp_path), "--host", "192.0.2.1"])

    assert "TP_PROT is not a setting and is ignored; did you mean TP_PORT?" in (
        capsys.readouterr().err
    )


def test_a_data_directory_that_cannot_be_made_is_refused_by_name(capsys, tmp_path):
    (tmp_path / "file").touch()

    code = main(["serve", "--data-dir", str(tmp_path / "file" / "data")])

    assert code == 2
    assert "TP_DATA_DIR: expected a directory that can be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["serve", "--prot", "99"], "--prot 99; did you mean --port?"),
        (["import", "x.csv", "--simbol=X"], "--simbol=X; did you mean --symbol?"),
        (["backup", "x", "--nonsense"], "unrecognized arguments: --nonsense\n"),
    ],
)
def test_an_unknown_flag_is_wrong_use_of_its_command(line, said, capsys):
    with pytest.raises(SystemExit) as ended:
        main(line)

    complaint = capsys.readouterr().err
    assert ended.value.code == 2
    assert complaint.startswith(f"usage: trading-pro {line[0]} ")
    assert said in complaint
