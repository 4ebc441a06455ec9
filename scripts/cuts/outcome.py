"""What a run came to: its faults and its figures."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from broker_proofs.recorded import Recorded, lost_or_doubled
from broker_proofs.traders import Told

from .faults import Fault
from .judging import (
    Heard,
    Verdict,
    judge_closed_bars,
    judge_latest,
    judge_leaves,
    judge_lossless,
)
from .recovery import Episode, episodes, picture, table
from .topics import listenings


@dataclass(frozen=True)
class Outcome:
    """Everything that a run left behind, judged when it is asked."""

    faults_made: Sequence[Fault]
    ledger: Recorded
    told: Told
    heard: Sequence[Heard]
    python: int
    """The first so many listeners are in Python, the others in TypeScript."""
    calm: Heard
    bars: Mapping[str, Mapping[int, Any]]
    node: Sequence[Mapping[str, int]]
    came_back: bool
    counts: tuple[Mapping[str, int], Mapping[str, int]]
    sockets: Sequence[str]
    """Those that the server held at the end."""
    exit_codes: Sequence[int]
    lives: int
    troubles: int
    aborted_drains: int
    seconds: float

    @cached_property
    def verdict(self) -> Verdict:
        verdict = Verdict()
        for heard in self.heard:
            verdict.faults += heard.faults
            judge_lossless(heard, self.ledger.updates, verdict)
            judge_latest(heard, self.calm, listenings(), verdict)
            judge_leaves(heard, verdict)
            verdict.updates["closed bars"] += judge_closed_bars(heard, self.bars, verdict)
        verdict.faults += self.calm.faults
        return verdict

    @cached_property
    def episodes(self) -> dict[str, list[Episode]]:
        by_language: dict[str, list[Episode]] = {"Python": [], "TypeScript": []}
        for number, heard in enumerate(self.heard):
            found = by_language["Python" if number < self.python else "TypeScript"]
            found += episodes(number, heard, self.faults_made)
        return by_language

    def faults(self) -> Iterator[str]:
        """Yield everything that was promised and is not so."""
        yield from lost_or_doubled(self.told, self.ledger)
        yield from self.verdict.faults
        if not self.came_back:
            yield "not every listener came back whole"
        before, after = self.counts
        if before != after:
            yield f"the server held {dict(before)} before its clients, {dict(after)} after them"
            yield from (f"held at the end: {socket}" for socket in self.sockets)
        for number, counted in enumerate(self.node):
            if counted["rejected"]:
                yield f"typescript {number} rejected {counted['rejected']} frames"
            if counted["mapped"] != counted["updates"] + counted["parts"]:
                yield f"typescript {number} handed on otherwise: {counted}"
        yield from (f"an asked server ended with {code}" for code in self.exit_codes if code)
        if self.troubles:
            yield f"the server logged {self.troubles} faults"

    def picture(self) -> str:
        return picture(self.episodes)

    def figures(self) -> str:
        """Return the figures of a report, in Markdown."""
        verdict, by_kind = self.verdict, Counter(fault.kind for fault in self.faults_made)
        losses = sum(map(len, self.episodes.values()))
        kinds = ", ".join(f"{count} {kind}" for kind, count in by_kind.most_common())
        before, after = self.counts
        lines = [
            f"cuts: {len(self.faults_made)} ({kinds}) in {self.seconds:.0f} s",
            f"connections met: {sum(fault.connections for fault in self.faults_made)}",
            f"server lives: {self.lives}, exit codes when asked: {Counter(self.exit_codes)}, "
            f"drains that ended with the grace: {self.aborted_drains}",
            f"orders acknowledged: {len(self.told.placed)}, cancels {len(self.told.canceled)}, "
            f"sent again {self.told.repeats}; ledger {self.ledger.steps} steps",
            f"listeners: {self.python} Python, {len(self.heard) - self.python} TypeScript",
            f"updates heard: {dict(verdict.updates)}",
            f"states heard: {dict(verdict.replaces)}",
            f"connections of Python that a leave closed with 4000, each told before: "
            f"{verdict.leaves}",
            f"missing {verdict.missing}, doubled {verdict.doubled}, otherwise {verdict.wrong}",
            f"times a listener lost something and was whole again: {losses}",
            f"skipped in TypeScript: {sum(one['skipped'] for one in self.node)}, "
            f"rejected {sum(one['rejected'] for one in self.node)}",
            f"the server before: {dict(before)}, after: {dict(after)}",
        ]
        return "\n".join([*lines, "", table(self.episodes)])
