"""`trading-pro doctor`: the troubleshooting list, each item looked at where that is possible."""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from typing import Any

from trading_api.settings import Settings, load_settings
from trading_api.shared.diagnostics import Check, Diagnosable, Finding, failed

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
    from .checks import browser, environment, generated
    from .checks.live import ServerProbe

    yield from environment.checks(settings)
    yield from generated.checks()
    with closing(ServerProbe(settings)) as probe:
        yield from probe.checks()
    yield from browser.checks()
    yield from _checks_of_modules(settings)


def _checks_of_modules(settings: Settings) -> Iterator[Check]:
    from trading_api.app_factory import built_in_modules

    for module in built_in_modules(settings.module_names, settings):
        if isinstance(module, Diagnosable):
            yield from module.checks()


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
