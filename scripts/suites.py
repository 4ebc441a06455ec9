"""The parts of `make test`: how each is run and where its runner reports the counts."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import chromium

ROOT = Path(__file__).resolve().parents[1]
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"
TOOLS = FRONTEND / "node_modules" / ".bin"
OWN_COVERAGE = ["node", "scripts/own-coverage.mjs"]
SMOKE = ROOT / "smoke-tests"
REPORTS = ROOT / "test-results"
# A file of tests stays in one process: its tests share servers.
TWO_AT_ONCE = ["-n", "2", "--dist", "loadfile"]


@dataclass(frozen=True)
class Outcome:
    """What a part came to; `not_run` says why there are no counts."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    not_run: str = ""

    @property
    def line(self) -> str:
        if self.not_run:
            return f"{self.name}: NOT RUN ({self.not_run})"
        counts = [f"{self.passed} passed"]
        counts += [f"{self.failed} failed"] if self.failed else []
        counts += [f"{self.skipped} skipped"] if self.skipped else []
        return f"{self.name}: {', '.join(counts)}"


def backend() -> Outcome:
    """Run pytest in two processes: most of its time is spent waiting for servers."""
    report = _fresh("backend.xml")
    command = [sys.executable, "-m", "pytest", "-q", *TWO_AT_ONCE, f"--junitxml={report}"]
    code = subprocess.run(command, cwd=BACKEND, check=False).returncode
    total = passed = skipped = 0
    if report.exists():
        for suite in ET.parse(report).getroot().iter("testsuite"):
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped += int(suite.get("skipped", 0))
            total += int(suite.get("tests", 0))
            passed += int(suite.get("tests", 0)) - bad - int(suite.get("skipped", 0))
    return outcome("backend", code, passed, total - passed - skipped, skipped)


def frontend() -> Outcome:
    """Run vitest: unit tests, integration tests with a backend, then what own tests reach."""
    report = _fresh("frontend.json")
    reporters = ["--reporter=default", "--reporter=json", f"--outputFile.json={report}"]
    command = [str(TOOLS / "vitest"), "run", *reporters]
    code = subprocess.run(command, cwd=FRONTEND, check=False).returncode
    code = code or subprocess.run(OWN_COVERAGE, cwd=FRONTEND, check=False).returncode
    counts = _read(report)
    return outcome(
        "frontend",
        code,
        counts.get("numPassedTests", 0),
        counts.get("numFailedTests", 0),
        counts.get("numPendingTests", 0) + counts.get("numTodoTests", 0),
    )


def smoke() -> Outcome:
    """Run Playwright in a real Chromium; it serves the product itself, built and on a free port."""
    name = "smoke (chromium)"
    browser = chromium.find_or_install()
    if browser is None:
        return Outcome(name, not_run=f"no browser: {chromium.REMEDY}")
    return _playwright(name, browser)


def _playwright(name: str, browser: str) -> Outcome:
    report = _fresh("smoke.json")
    command = [str(TOOLS / "playwright"), "test", "--config", str(SMOKE / "playwright.config.ts")]
    environment = {
        **os.environ,
        "NODE_PATH": str(FRONTEND / "node_modules"),
        "PLAYWRIGHT_JSON_OUTPUT_NAME": str(report),
        "TP_CHROMIUM": browser,
    }
    code = subprocess.run(
        [*command, "--reporter=list,json"], cwd=FRONTEND, env=environment, check=False
    ).returncode
    stats = _read(report).get("stats", {})
    failed = stats.get("unexpected", 0) + stats.get("flaky", 0)
    return outcome(name, code, stats.get("expected", 0), failed, stats.get("skipped", 0))


def outcome(name: str, code: int, passed: int, failed: int, skipped: int) -> Outcome:
    # A runner that fails without a failed test (nothing collected, a stray error) is a failure.
    if failed == 0 and (code != 0 or passed == 0):
        failed = 1
    return Outcome(name, passed, failed, skipped)


def _fresh(name: str) -> Path:
    REPORTS.mkdir(exist_ok=True)
    report = REPORTS / name
    report.unlink(missing_ok=True)
    return report


def _read(report: Path) -> dict[str, Any]:
    return dict(json.loads(report.read_text())) if report.exists() else {}
