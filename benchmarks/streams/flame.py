"""Flame graphs of the product's server under load, native frames included."""

import os
import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from .contenders import PEERS
from .flame_chart import draw, stacks
from .processes import RaceError
from .scenarios import FAN_OUT, PRODUCT, TOPICS, WATCH_LISTS, Scenario
from .trial import running

PROFILER = PEERS / "profiler" / "bin" / "py-spy"
SAMPLES_A_SECOND = 400
SECONDS = 8
# Where this copy of the repository or its interpreter lies is nobody's business.
OWN_PATHS = re.compile(r"/[^\s\"<>()]*/(?=(?:benchmarks|backend|site-packages|lib)/)")


def record(folder: Path, say: Callable[[str], None]) -> int:
    """Write flame-fan-out.svg, flame-topics.svg and flame-watch-lists.svg; return an exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    for scenario in (FAN_OUT, TOPICS, WATCH_LISTS):
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
    with (
        tempfile.NamedTemporaryFile("r") as sampled,
        running(PRODUCT, scenario.load) as trial,
        trial.publishing() as pid,
    ):
        words = f"record --native --rate {SAMPLES_A_SECOND} --duration {SECONDS} --pid {pid}"
        command = [str(PROFILER), *words.split(), "--format", "raw", "--output", sampled.name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RaceError(f"py-spy cannot look into the server (root can): {done.stderr[-500:]}")
        lines = Path(sampled.name).read_text().splitlines()
    graph = draw(stacks(lines), f"{scenario.name}: {scenario.title}")
    path.write_text(OWN_PATHS.sub("", graph))
