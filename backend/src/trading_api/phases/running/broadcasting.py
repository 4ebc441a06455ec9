"""Red without the producer, green with it: the front end's tests against real servers."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from trading_api.phases.frontend import integration_tests
from trading_api.phases.stream import Stream
from trading_api.phases.tree import Tree
from trading_api.phases.verdicts import Finding, Findings

from .plug_in import SILENCE, SILENT_ROUTE, environment_with
from .processes import vitest

# They mostly wait for what does not come.
AT_ONCE = 4
MOCKED = 'feeds "{route}" from its mocker'
ADAPTER_TEST = "frontend/src/plugins/__tests__/wsAdapter.test.ts"


def judge(tree: Tree, streams: Sequence[Stream], folder: Path) -> Findings:
    """Run the integration tests of the streams, once as they are, once for each with it silent."""
    files = {stream.route: integration_tests(tree, stream.route) for stream in streams}
    everything = sorted({file for own in files.values() for file in own})
    with_all = environment_with(SILENCE, folder, **{SILENT_ROUTE: ""})
    told = vitest(tree.root, [ADAPTER_TEST, *everything], with_all)
    found: Findings = {}
    for stream in streams:
        found["mocked", stream.route] = judged_mocker(told, stream.route)
        found["green", stream.route] = Finding(None if files[stream.route] else "there is no test")

    def silenced(stream: Stream) -> dict[str, str]:
        environment = {**with_all, SILENT_ROUTE: stream.route}
        return vitest(tree.root, files[stream.route], environment, "--bail=1")

    tested = [stream for stream in streams if files[stream.route]]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = dict(zip(tested, pool.map(silenced, tested), strict=True))
    for stream in streams:
        outcome = outcomes.get(stream, {})
        red, green = judged(told, outcome)
        found["red", stream.route] = red
        if files[stream.route]:
            found["green", stream.route] = green
    return found


def judged(with_all: dict[str, str], silent: dict[str, str]) -> tuple[Finding, Finding]:
    """Return whether a test failed for the silence alone, and whether it passes without it."""
    failed = _with_status(silent, "failed")
    broken = [name for name in failed if with_all.get(name) != "passed"]
    proofs = [name for name in failed if with_all.get(name) == "passed"]
    if proofs:
        return Finding(evidence=proofs[0]), Finding(evidence=proofs[0])
    if broken:
        gap = f"{broken[0]!r} fails with the producer on, too"
        return Finding(gap), Finding(gap)
    passed = len([*_with_status(silent, "passed")])
    gap = f"{passed} tests passed, none failed"
    return Finding(gap), Finding("no test waits for the producer")


def judged_mocker(told: dict[str, str], route: str) -> Finding:
    """Judge a mocker by the test that feeds its stream from it."""
    name = MOCKED.format(route=route)
    outcomes = [status for test, status in told.items() if test.endswith(name)]
    if outcomes == ["passed"]:
        return Finding()
    return Finding(f"expected a test {name!r} to pass, found {outcomes[0] if outcomes else 'none'}")


def _with_status(told: dict[str, str], status: str) -> Iterable[str]:
    return [name for name, became in told.items() if became == status]
