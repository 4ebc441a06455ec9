"""The backend's own tests of each stream: the contract of its route, the lines of its service."""

import inspect
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from trading_api.app_factory import create_app
from trading_api.phases.criteria import COVERAGE_LIMIT
from trading_api.phases.stream import ContractTest, Stream, contract_test
from trading_api.phases.tree import BACKEND, Tree
from trading_api.phases.verdicts import Finding, Findings
from trading_api.settings import Settings

from .processes import ran


def judge(tree: Tree, streams: Sequence[Stream], folder: Path) -> Findings:
    """Run the contract suites and the services' own tests; measure what these reach."""
    services = service_files(tree, streams)
    suites = {stream.route: contract_test(tree, stream) for stream in streams}
    selected = {suite.path for suite in suites.values() if suite}
    for service in set(services.values()):
        selected.update(tests_of(tree, service))
    said = _run(tree, sorted(selected), sorted(set(services.values())), folder)
    outcomes, covered = _outcomes(folder / "tests.xml"), _covered(folder / "coverage.json")
    found: Findings = {}
    for stream in streams:
        suite = suites[stream.route]
        found["contract-passes", stream.route] = judged_suite(suite, outcomes, said)
        found["coverage", stream.route] = judged_reach(tree, services[stream.route], covered)
    return found


def service_files(tree: Tree, streams: Sequence[Stream]) -> dict[str, str]:
    """Return the file that defines the class of each stream's service, by route."""
    routers = create_app(settings=Settings.model_construct()).state.ws_app.routers
    files = {one.route: inspect.getfile(type(routers[one.route].service)) for one in streams}
    return {
        route: Path(file).resolve().relative_to(tree.root).as_posix()
        for route, file in files.items()
    }


def tests_of(tree: Tree, service: str) -> list[str]:
    """Return the tests beside a service that import it."""
    imported = service.removeprefix(BACKEND.rpartition("/")[0] + "/").removesuffix(".py")
    dotted = imported.replace("/", ".")
    files = tree.files(f"{service.rpartition('/')[0]}/tests", "test_*.py")
    return [path for path in files if f"from {dotted} import" in tree.text(path)]


def _run(tree: Tree, tests: list[str], measured: list[str], folder: Path) -> str:
    settings = folder / "coveragerc"
    files = "\n    ".join(str(tree.root / path) for path in measured)
    settings.write_text(f"[run]\ndata_file = {folder}/coverage\ninclude =\n    {files}\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header"]
    command += ["-n", "2", f"--junitxml={folder}/tests.xml", "--cov", f"--cov-config={settings}"]
    command += [f"--cov-report=json:{folder}/coverage.json"]
    backend = tree.root / "backend"
    return ran([*command, *(path.removeprefix("backend/") for path in tests)], backend)[1]


def _outcomes(report: Path) -> dict[str, list[bool]]:
    """Return which tests passed, by the class that they are of."""
    found: dict[str, list[bool]] = {}
    if report.is_file():
        for case in ElementTree.parse(report).iter("testcase"):
            name = case.get("classname", "")
            found.setdefault(name, []).append(not len(case))
    return found


def judged_suite(suite: ContractTest | None, outcomes: dict[str, list[bool]], said: str) -> Finding:
    """Judge a contract by what became of its tests; `said` is the end of the run's output."""
    if suite is None:
        return Finding("there is no contract suite")
    module = suite.path.removeprefix("backend/").removesuffix(".py").replace("/", ".")
    passed = outcomes.get(f"{module}.{suite.name}", [])
    if passed and all(passed):
        return Finding(evidence=f"{len(passed)} tests")
    if not passed:
        return Finding(f"{suite.name} was not run: {said.strip().splitlines()[-1]}")
    return Finding(f"{passed.count(False)} tests of {suite.name} failed")


def _covered(report: Path) -> dict[str, float]:
    if not report.is_file():
        return {}
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    return {path: one["summary"]["percent_covered"] for path, one in files.items()}


def judged_reach(tree: Tree, service: str, covered: dict[str, float]) -> Finding:
    """Judge how much of a service is reached, in percent by its path from the backend."""
    percents = [
        percent
        for path, percent in covered.items()
        if (tree.root / "backend" / path).resolve() == (tree.root / service).resolve()
    ]
    name = "/".join(Path(service).parts[-2:])
    if not percents:
        return Finding(f"no test reaches {name}")
    (percent,) = percents
    if percent > COVERAGE_LIMIT:
        return Finding(evidence=f"{name} {percent:.0f} %")
    return Finding(f"{name}: {percent:.0f} % of its lines are reached")
