"""The report of a run: what became of each fault, and what the outside cannot see."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mutants.table import Fault

WIDTH = 160

Outcome = Literal["seen", "excused", "HIDDEN", "UNUSABLE"]


@dataclass(frozen=True)
class Finding:
    """What became of one fault, and how it showed or why it cannot."""

    fault: Fault
    outcome: Outcome
    why: str

    @property
    def is_settled(self) -> bool:
        """Whether it was seen or need not be."""
        return self.outcome in ("seen", "excused")


def report(findings: Iterable[Finding]) -> str:
    """Return a line for each fault, below it how it showed, then the counts."""
    findings = list(findings)
    counts = Counter(one.outcome for one in findings)
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    lines = [line for one in findings for line in _lines(one)]
    return "\n".join([*lines, f"faults in rules of the wire: {len(findings)}: {told}"])


def _lines(finding: Finding) -> list[str]:
    fault = finding.fault
    line = f"{finding.outcome:8}  {fault.rule}  {fault.what}"
    why = " ".join(finding.why.split())[:WIDTH]
    return [line, f"          {why}"] if why else [line]
