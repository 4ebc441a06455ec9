"""What was found of each criterion and stream."""

from dataclasses import dataclass

from .criteria import CRITERIA, Criterion
from .stream import Stream
from .tree import Tree


@dataclass(frozen=True)
class Finding:
    """What a run found; `gap` says what is missing, `evidence` what was seen where nothing is."""

    gap: str | None = None
    evidence: str = ""


@dataclass(frozen=True)
class Verdict:
    """One criterion for one stream."""

    stream: Stream
    criterion: Criterion
    finding: Finding

    @property
    def is_green(self) -> bool:
        return self.finding.gap is None


Findings = dict[tuple[str, str], Finding]
"""What runs found, by the criterion's name and the route."""


def read(tree: Tree, streams: list[Stream]) -> list[Verdict]:
    """Judge what can be read from the code."""
    return [
        Verdict(stream, one, Finding(one.read(tree, stream)))
        for stream in streams
        for one in CRITERIA
        if one.read is not None
    ]


def of_runs(findings: Findings, streams: list[Stream]) -> list[Verdict]:
    """Return the verdicts of criteria that were judged by running; one that was not is a gap."""
    missing = Finding("it was not judged")
    return [
        Verdict(stream, one, findings.get((one.name, stream.route), missing))
        for stream in streams
        for one in CRITERIA
        if one.read is None
    ]
