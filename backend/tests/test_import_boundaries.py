"""Who may import whom: the rules hold, and a planted violation of each is caught."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BACKEND = Path(__file__).parents[1]
LINT = (
    "import sys; from importlinter.cli import lint_imports; "
    "sys.exit(lint_imports(config_filename='pyproject.toml', no_cache=True))"
)
# File, the line planted in it, and how the report names the forbidden chain.
PLANTED = [
    ("models/wire.py", "import trading_api.shared.errors", "models.wire -> trading_api.shared"),
    ("models/wire.py", "import fastapi", "models.wire -> fastapi"),
    ("shared/clock.py", "import trading_api.settings", "shared.clock -> trading_api.settings"),
    ("shared/errors.py", "import trading_api.modules.broker", "shared.errors -> trading_api.modul"),
    ("shared/ws/hub/hub.py", "import starlette.websockets", "ws.hub.hub -> starlette"),
    (
        "shared/ws/topics.py",
        "from .connections.endpoint import Endpoint",
        "shared.ws.topics -> trading_api.",
    ),
    ("shared/ws/hub/hub.py", "import trading_api.shared.ws.delivery", "ws.hub.hub -> trading_api."),
    ("modules/broker/ws.py", "import trading_api.modules.datafeed", "broker.ws -> trading_api.mod"),
    ("modules/broker/ws.py", "import trading_api.app_factory", "broker.ws -> trading_api.app"),
    ("modules/datafeed/resolutions.py", "import fastapi", "datafeed.resolutions -> fastapi"),
    ("app_factory.py", "import trading_api.cli", "app_factory -> trading_api.cli"),
]


def _lint(folder: Path) -> tuple[int, str]:
    run = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(BACKEND / "pyproject.toml", tmp_path)
    shutil.copytree(BACKEND / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_boundaries_hold():
    code, report = _lint(BACKEND)
    assert code == 0, report


@pytest.mark.parametrize(("file", "line", "chain"), PLANTED)
def test_planted_violation_is_caught(copy, file, line, chain):
    source = copy / "src" / "trading_api" / file
    text = source.read_text(encoding="utf-8")
    source.write_text(f"{text}\n{line}\n", encoding="utf-8")

    code, report = _lint(copy)

    assert code == 1, report
    assert chain in report


def test_no_module_is_imported_twice():
    # A second copy has classes of its own, which no check knows, and its lines count as never run.
    assert [name for name in sys.modules if name.partition(".")[0] == "src"] == []
