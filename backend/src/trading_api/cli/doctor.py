"""`trading-pro doctor`: the troubleshooting list, each item looked at where that is possible."""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING, Any

from trading_api.settings import Settings, load_settings
from trading_api.shared.diagnostics import Check, Diagnosable, Finding, failed, ok

from .source_tree import checkout

if TYPE_CHECKING:
    from trading_api.shared.module_interface import Module

SIGNS = {"ok": "ok    ", "failed": "FAILED", "not checked": "-     "}


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "doctor",
        parents=[common],
        help="look for the usual troubles, one line and one remedy each",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print every check; 1 when one has failed, what cannot be checked here does not count."""
    settings = load_settings(data_dir=arguments.data_dir)
    failures = report(_all_checks(settings))
    if failures:
        print(f"\n{failures} of the checks failed; the remedies stand beside them.")
    else:
        print("\nNothing found.")
    return 1 if failures else 0


def _all_checks(settings: Settings) -> Iterator[Check]:
    from .checks import browser, environment, generated, records
    from .checks.live import ServerProbe

    root = checkout()
    modules: list[Module] = []
    yield from environment.checks(settings.data_dir, root)
    yield Check(environment.TROUBLE, "modules", lambda: _load(settings, modules))
    yield Check(environment.TROUBLE, "modules not enabled", lambda: _not_enabled(settings))
    yield from generated.checks(root)
    with closing(ServerProbe(settings.data_dir)) as probe:
        yield from probe.checks()
    yield from browser.checks()
    yield from checks_of(modules)
    yield from records.checks(settings.data_dir)


def checks_of(modules: Iterable[object]) -> Iterator[Check]:
    """Yield what the modules add; most add nothing."""
    for module in modules:
        if isinstance(module, Diagnosable):
            yield from module.checks()


def _load(settings: Settings, modules: "list[Module]") -> Finding:
    """Build the enabled modules into `modules`, so that their own checks can follow."""
    from trading_api.module_sources import find_source, load_modules, origin

    modules += load_modules(settings.module_names, settings)
    return ok(", ".join(f"{one.name} (of {origin(find_source(one.name))})" for one in modules))


def _not_enabled(settings: Settings) -> Finding:
    from trading_api.module_sources import origin, sources

    rest = [point for point in sources() if point.name not in settings.module_names]
    if not rest:
        return ok("none")
    return ok(", ".join(f"{point.name} (of {origin(point)})" for point in rest))


def report(checks: Iterable[Check]) -> int:
    failures = 0
    for trouble, group in groupby(checks, key=lambda check: check.trouble):
        print(f"\n{trouble}")
        for check in group:
            finding = _examine(check)
            failures += finding.verdict == "failed"
            print(_line(check, finding), flush=True)
    return failures


def _examine(check: Check) -> Finding:
    try:
        return check.examine()
    except Exception as fault:
        # What stops a check is itself a finding, and the checks after it still have their say.
        return failed(f"{type(fault).__name__}: {fault}", "mend that first")


def _line(check: Check, finding: Finding) -> str:
    remedy = f" -> {finding.remedy}" if finding.remedy else ""
    return f"  {SIGNS[finding.verdict]} {check.subject}: {finding.detail}{remedy}"
