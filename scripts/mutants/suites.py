"""Runs the tests of a rule on one side, in a sandbox, and says how it went."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from rules.page import CLIENT, SERVER

# A rule's tests take a few seconds; a fault that makes them hang is noticed by that. Those of all
# rules take longer, on a busy machine much.
LIMIT_S = 120
LIMIT_OF_ALL_S = 600
TEST_LIMIT_S = 20
# Worth its start only where the tests of all rules run, whose servers are waited for.
TWO_AT_ONCE = ["-n", "2", "--dist", "loadfile"]
# The client's random histories: a planted fault shows in far fewer than the suite runs.
HISTORIES = "1000"

Result = Literal["passed", "failed", "not run"]


@dataclass(frozen=True)
class Run:
    """What the tests came to; `output` is what the runner wrote."""

    result: Result
    output: str


def run_tests(folder: Path, side: str, rules: Sequence[str], files: Iterable[Path]) -> Run:
    """Run the tests of `rules` in `files` (relative to the sandbox at `folder`) on one side."""
    run = {SERVER: _pytest, CLIENT: _vitest}[side]
    top = folder / {SERVER: "backend", CLIENT: "frontend"}[side]
    return run(top, rules, [str((folder / file).relative_to(top)) for file in files])


def _pytest(backend: Path, rules: Sequence[str], files: Sequence[str]) -> Run:
    names = " or ".join(f"test_{rule}_" for rule in rules)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header"]
    command += ["--tb=line", f"--timeout={TEST_LIMIT_S}", "-k", names, *files]
    command += TWO_AT_ONCE if len(rules) > 1 else []
    environment = {"PYTHONPATH": str(backend / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    code, output = _run(command, backend, environment, _limit_s(rules))
    # Other codes say that pytest could not collect: then no test has noticed anything.
    results: dict[int | None, Result] = {0: "passed", 1: "failed", None: "failed"}
    return Run(results.get(code, "not run"), output)


def _vitest(frontend: Path, rules: Sequence[str], files: Sequence[str]) -> Run:
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [str(frontend / "node_modules/.bin/vitest"), "run", "--project", "unit"]
        command += ["--bail=1", "--no-cache", "--reporter=json", f"--outputFile={report.name}"]
        command += [f"--testTimeout={TEST_LIMIT_S * 1000}", "-t", rf"\[({'|'.join(rules)})\] "]
        code, output = _run(
            [*command, *files], frontend, {"STREAM_RUNS": HISTORIES}, _limit_s(rules)
        )
        if code is None:
            return Run("failed", output)
        text = Path(report.name).read_text(encoding="utf-8")
    counts = json.loads(text) if text else {}
    if counts.get("numFailedTests", 0) > 0:
        return Run("failed", "\n".join(_messages(counts)))
    return Run("passed" if code == 0 and counts.get("numPassedTests") else "not run", output)


def _messages(counts: dict[str, Any]) -> Iterator[str]:
    for file in counts["testResults"]:
        for test in file["assertionResults"]:
            if test["status"] == "failed":
                yield test["fullName"]
                yield from test["failureMessages"]


def _limit_s(rules: Sequence[str]) -> float:
    return LIMIT_S if len(rules) == 1 else LIMIT_OF_ALL_S


def _run(
    command: list[str], folder: Path, more: dict[str, str], limit_s: float
) -> tuple[int | None, str]:
    """Return the exit code and what was written; no code when it took too long."""
    environment = {**os.environ, **more}
    with tempfile.TemporaryFile("w+") as output:
        try:
            code = subprocess.run(
                command, cwd=folder, env=environment, stdout=output, stderr=output,
                timeout=limit_s, check=False,
            ).returncode  # fmt: skip
        except subprocess.TimeoutExpired:
            return None, f"longer than {limit_s} s"
        output.seek(0)
        return code, output.read()
