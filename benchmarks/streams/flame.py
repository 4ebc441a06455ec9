"""Flame graphs of the product's server under load, native frames included."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from .contenders import PEERS
from .processes import RaceError
from .scenarios import FAN_OUT, PRODUCT, WATCH_LISTS, Scenario
from .trial import running

PROFILER = PEERS / "profiler" / "bin" / "py-spy"
SAMPLES_A_SECOND = 400
SECONDS = 8
# Where this copy of the repository or its interpreter lies is nobody's business.
OWN_PATHS = re.compile(r"/[^\s\"<>()]*/(?=(?:benchmarks|backend|site-packages|lib)/)")


def record(folder: Path, say: Callable[[str], None]) -> int:
    """Write flame-fan-out.svg and flame-watch-lists.svg; return an exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    for scenario in (FAN_OUT, WATCH_LISTS):
        path = folder / f"flame-{scenario.name}.svg"
        say(f"{scenario.name}: sampling for {SECONDS} s")
        try:
            _record(scenario, path)
        except RaceError as error:
            say(str(error))
            return 1
        say(f"written: {os.path.relpath(path)}")
    return 0


def _record(scenario: Scenario, path: Path) -> None:
    with running(PRODUCT, scenario.load) as trial, trial.publishing() as pid:
        words = f"record --native --rate {SAMPLES_A_SECOND} --duration {SECONDS} --pid {pid}"
        command = [str(PROFILER), *words.split(), "--format", "flamegraph", "--output", path.name]
        done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RaceError(f"py-spy could not look into the server (root may): {done.stderr[-500:]}")
    path.write_text(OWN_PATHS.sub("", path.read_text()))
