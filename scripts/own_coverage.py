"""Refuse streaming code that its own tests do not reach: 95 % of the lines of each file.

Whole-suite coverage says that a line ran, not that anybody looked. Here a file is measured by the
tests that bear its name: `shared/ws/hub/retention.py` by `tests/shared/ws/hub/test_retention*.py`.
A folder whose tests are of one piece bears the name instead: `shared/ws/codegen/aliases.py` by
`tests/shared/ws/test_codegen*.py`. What runs when a file is imported counts as reached.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import coverage

BACKEND = Path(__file__).resolve().parents[1] / "backend"
LIMIT = 95.0
SOURCES = (
    "src/trading_api/shared/ws/**/*.py",
    "src/trading_api/modules/*/ws.py",
    "src/trading_api/modules/*/streams.py",
)
# Doubles for the tests of all modules, tested by being used.
EXEMPT = "src/trading_api/shared/ws/testing/*"
# They run what others run, a thousand times over: they prove much and reach no further line.
TOO_LONG = "not properties and not interleavings"


class Reach(NamedTuple):
    """How much of one file its own tests reach; `missing` are the lines that they do not."""

    file: str
    lines: int
    missing: Sequence[int]

    @property
    def percent(self) -> float:
        return 100 * (1 - len(self.missing) / self.lines) if self.lines else 100.0


def main() -> int:
    sources = sorted(_sources(BACKEND))
    with tempfile.TemporaryDirectory() as folder:
        measured = Path(folder) / "coverage"
        tests = sorted({test for source in sources for test in own_tests(source, BACKEND)})
        if not _run(tests, measured):
            return 1
        found = [reach(source, measured) for source in sources]
    for line in report(found):
        print(line)
    return 1 if any(one.percent < LIMIT for one in found) else 0


def _sources(backend: Path) -> Iterator[str]:
    for pattern in SOURCES:
        for path in backend.glob(pattern):
            name = path.relative_to(backend).as_posix()
            if not fnmatch(name, EXEMPT):
                yield name


def patterns(source: str) -> list[str]:
    """Return what the names of the tests of `source` look like; both relative to the backend."""
    path = Path(source).relative_to("src/trading_api")
    if path.parts[0] == "modules":
        return [f"src/trading_api/modules/{path.parts[1]}/tests/test_{path.stem}*.py"]
    folder = f"tests/{path.parent.parent}/test_{path.parent.name}*.py"
    return (
        [folder]
        if path.stem == "__init__"
        else [f"tests/{path.parent}/test_{path.stem}*.py", folder]
    )


def own_tests(source: str, backend: Path) -> list[str]:
    """Return the test files of `source`, relative to the backend."""
    found = [path for pattern in patterns(source) for path in backend.glob(pattern)]
    return [path.relative_to(backend).as_posix() for path in found]


def _run(tests: Iterable[str], measured: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header"]
    command += ["--cov", "--cov-context=test", "--cov-report=", "-k", TOO_LONG, *tests]
    inherited = {name: text for name, text in os.environ.items() if not name.startswith("COV")}
    environment = {**inherited, "COVERAGE_FILE": str(measured)}
    run = subprocess.run(
        command, cwd=BACKEND, env=environment, capture_output=True, text=True, check=False
    )
    if run.returncode != 0:
        print(run.stdout[-4000:] + run.stderr[-2000:])
    return run.returncode == 0


def reach(source: str, measured: Path) -> Reach:
    """Return how much of `source` its own tests reach, by the data of a run with contexts."""
    file = str(BACKEND / source)
    report = coverage.Coverage(data_file=str(measured), config_file=str(BACKEND / "pyproject.toml"))
    report.load()
    statements: list[int] = report.analysis2(file)[1]
    by_line = report.get_data().contexts_by_lineno(file)
    own = patterns(source)
    missing = [line for line in statements if not _is_reached(by_line.get(line, ()), own)]
    return Reach(source, len(statements), missing)


def _is_reached(contexts: Iterable[str], own: Sequence[str]) -> bool:
    tests = (context.partition("::")[0] for context in contexts)
    return any(test == "" or any(fnmatch(test, pattern) for pattern in own) for test in tests)


def report(found: Sequence[Reach]) -> Iterator[str]:
    """Yield a line for each file below the limit with its lines, then one for all."""
    for one in found:
        if one.percent < LIMIT:
            missing = ", ".join(map(str, one.missing))
            yield f"{one.file}: {one.percent:.1f} % by its own tests, not lines {missing}"
    lines = sum(one.lines for one in found)
    whole = 100 * (1 - sum(len(one.missing) for one in found) / lines)
    least = min(found, key=lambda one: one.percent)
    yield (
        f"own coverage: {len(found)} files, {lines} lines, {whole:.1f} % reached; "
        f"least {least.percent:.1f} % ({Path(least.file).name})"
    )


if __name__ == "__main__":
    sys.exit(main())
