"""The unit, as far as it can be judged without a running systemd."""

import re
import subprocess
from pathlib import Path

import pytest
from packaged import tools
from packaged.installation import Installation
from packaged.nginx import replaced
from packaged.wheel import ROOT

from trading_api.cli.http_server import SHUTDOWN_LIMIT_S

UNITS = [
    ROOT / "packaging" / "systemd" / name
    for name in ("trading-pro.service", "trading-pro@.service")
]
COMMAND = "/opt/trading-pro/bin/trading-pro"
# Of 10; systemd calls up to 2 "safe" and "ok" up to 5.
MOST_EXPOSED = 2.0


@pytest.fixture(params=UNITS, ids=lambda unit: unit.name)
def unit(request: pytest.FixtureRequest, installation: Installation, tmp_path: Path) -> Path:
    """Return a unit, with the command where this installation has it."""
    source: Path = request.param
    file = tmp_path / source.name.replace("@", "@a")
    file.write_text(replaced(source.read_text(), {COMMAND: installation.command}))
    return file


def analyze(*arguments: str) -> "subprocess.CompletedProcess[str]":
    program = tools.find("systemd-analyze")
    assert program is not None
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def test_systemd_understands_every_line(unit: Path) -> None:
    done = analyze("verify", "--man=no", str(unit))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_service_is_well_confined(unit: Path) -> None:
    threshold = f"--threshold={MOST_EXPOSED * 10:.0f}"

    done = analyze("security", "--offline=true", threshold, str(unit))

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("unit_file", UNITS, ids=lambda unit: unit.name)
def test_an_orderly_end_is_waited_for(unit_file: Path) -> None:
    text = unit_file.read_text()
    limit = re.search(r"^TimeoutStopSec=(\d+)$", text, re.MULTILINE)

    assert "KillSignal=SIGTERM" in text
    assert limit is not None and int(limit[1]) > SHUTDOWN_LIMIT_S
