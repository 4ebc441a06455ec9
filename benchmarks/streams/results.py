"""What a run leaves behind: the verdicts as JSON, and each figure for the charts."""

import json
import os
import platform
import statistics
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .race import Race, Verdict
from .scenarios import PRODUCT

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results"
FIGURES = ("rate", "p50_ms", "p99_ms", "memory_kib", "cost_us", "growth", "seconds", "lost")


def machine() -> str:
    """Return processor, cores, kernel and interpreter in one line."""
    names = [
        line for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    ]
    model = names[0].partition(":")[2].strip() if names else platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {system},"
        f" Python {platform.python_version()}"
    )


def write_verdicts(folder: Path, verdicts: Sequence[Verdict], conditions: str) -> None:
    """Write latest.json: one row an aim; `conditions` name the machine and its load."""
    content = {
        "commit": _commit(),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": conditions,
        "results": [_row(verdict) for verdict in verdicts],
    }
    _write(folder / "latest.json", content)


def write_figures(folder: Path, races: Sequence[Race]) -> None:
    """Write figures.json: of each contender median, least and most."""
    figures = {race.scenario.name: _figures(race) for race in races}
    _write(folder / "figures.json", figures)


def _row(verdict: Verdict) -> dict[str, Any]:
    aim = verdict.aim
    name = {"p50_ms": " p50", "p99_ms": " p99", "growth": " growth"}.get(aim.figure, "")
    return {
        "scenario": verdict.scenario + name,
        "peer": aim.peer or PRODUCT,
        "ratio": round(verdict.ratio, 3),
        "low": round(verdict.low, 3),
        "high": round(verdict.high, 3),
        "aim": str(aim),
        "met": verdict.is_met,
    }


def _figures(race: Race) -> dict[str, Any]:
    names = dict.fromkeys(name for one in race.rounds for name in one)
    return {
        name: {
            figure: _spread(values)
            for figure in FIGURES
            if any(values := race.figures(name, figure))
        }
        for name in names
    }


def _spread(values: Sequence[float]) -> list[float]:
    spread = statistics.median(values), min(values), max(values)
    return [float(f"{value:.4g}") for value in spread]


def _commit() -> str:
    command = ["git", "-c", "safe.directory=*", "describe", "--always", "--dirty", "--abbrev=12"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n")
