"""The report of a run: for each rule and side what was planted, and whether a test noticed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .table import Fault

LAST_LINES = 12

Outcome = Literal["caught", "SURVIVED", "unusable"]


@dataclass(frozen=True)
class Verdict:
    """What became of one fault; `output` explains all but a caught one."""

    fault: Fault
    outcome: Outcome
    output: str = ""


def report(verdicts: Iterable[Verdict]) -> str:
    """Return a line for each fault in order of the rules, then how many were caught."""
    ordered = sorted(verdicts, key=lambda one: (one.fault.rule, one.fault.side != "server"))
    lines = [line for verdict in ordered for line in _lines(verdict)]
    caught = sum(verdict.outcome == "caught" for verdict in ordered)
    rules = {verdict.fault.rule for verdict in ordered}
    lines.append(f"mutants: {caught} of {len(ordered)} caught, {len(rules)} rules")
    return "\n".join(lines) + "\n"


def _lines(verdict: Verdict) -> list[str]:
    fault = verdict.fault
    line = f"{fault.rule}  {fault.side}  {verdict.outcome:8}  {fault.what}"
    output = verdict.output.splitlines()[-LAST_LINES:]
    return [line, *(f"      {each}" for each in output)]
