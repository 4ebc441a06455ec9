"""What an hour came to: its faults and its figures."""

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from broker_proofs.recorded import lost_or_doubled
from cuts.judging import Heard, Verdict, judge_closed_bars, judge_latest, judge_lossless
from cuts.topics import listenings

from .market import watched_by
from .play import Played
from .samples import ALIKE, MIB, Sample, gained_kinds, grown, slope_an_hour


class Outcome:
    """Logs are read one by one: an hour of all of them at once is gigabytes."""

    def __init__(self, played: Played, folder: Path, python: int, warm_up_s: float) -> None:
        self.played = played
        self._warm_up_s = warm_up_s
        self._listeners = python + len(played.node)
        self._python = python
        self.verdict = Verdict()
        calm = Heard.of("calm", folder / "calm.jsonl")
        self.verdict.faults += calm.faults
        for number in range(self._listeners):
            self._judge(number, folder / f"listener-{number}.jsonl", calm)

    def faults(self) -> Iterator[str]:
        """Yield everything that was promised and is not so."""
        played = self.played
        yield from grown(played.samples, self._warm_up_s)
        yield from lost_or_doubled(played.told, played.ledger)
        yield from self.verdict.faults
        if not played.came_back:
            yield "not every listener came back whole"
        before, after = played.counts
        if before != after:
            yield f"the server held {before} before its clients, {after} after them"
        for number, counted in enumerate(played.node):
            if counted["rejected"] or counted["mapped"] != counted["updates"] + counted["parts"]:
                yield f"typescript {number} rejected frames or handed on otherwise: {counted}"
        if played.exit_code or played.troubles:
            yield f"the server ended with {played.exit_code}, logged {played.troubles} faults"

    def figures(self) -> str:
        """Return the figures of a report."""
        played, verdict, samples = self.played, self.verdict, self.played.samples
        warm = [sample for sample in samples if sample.at_s >= self._warm_up_s]
        quiet = [sample for sample in warm if sample.is_quiet]
        kinds = ", ".join(f"{count} {kind}" for kind, count in played.cuts.most_common())
        before, after = played.counts
        return "\n".join([
            f"listeners: {self._python} Python, {len(played.node)} TypeScript",
            f"cuts: {played.cuts.total()} ({kinds})",
            f"orders {len(played.told.placed)}, cancels {len(played.told.canceled)}, sent again "
            f"{played.told.repeats}; ledger {played.ledger.steps} steps",
            f"heard: {dict(verdict.updates)}; states {dict(verdict.replaces)}",
            f"missing {verdict.missing}, doubled {verdict.doubled}, otherwise {verdict.wrong}",
            f"samples {len(samples)}, after the warm-up {len(warm)}, quiet {len(quiet)}",
            *(self._flat(warm, name) for name in ("rss", "own", "sqlite", "heap")),
            f"objects: {warm[0].counts['objects']} to {warm[-1].counts['objects']}, "
            f"{slope_an_hour(warm, lambda one: one.counts['objects']):+.0f} an hour",
            *(f"{name} when quiet: {sorted({one.counts[name] for one in quiet})}"
              for name in (*ALIKE, "threads")),
            f"classes with more instances: {gained_kinds(samples, self._warm_up_s)}",
            f"the server before: {before}, after: {after}",
        ])  # fmt: skip

    def _judge(self, number: int, log: Path, calm: Heard) -> None:
        language = "python" if number < self._python else "typescript"
        heard = Heard.of(f"{language} {number}", log)
        self.verdict.faults += heard.faults
        judge_lossless(heard, self.played.ledger.updates, self.verdict)
        judge_latest(heard, calm, listenings(), self.verdict)
        watched = watched_by(number if number < self._python else 0)
        for listening in watched:
            # Numbers of these are judged as they come, by either client.
            events = heard.events.get(listening.key, [])
            self.verdict.updates[listening.route] += sum(kind == "update" for kind, *_ in events)
        compared = judge_closed_bars(heard, self.played.bars, self.verdict)
        self.verdict.updates["closed bars"] += compared

    @staticmethod
    def _flat(warm: list[Sample], name: str) -> str:
        values = [getattr(sample, name) / MIB for sample in warm]
        slope = slope_an_hour(warm, attrgetter(name)) / MIB
        return (
            f"{name} MiB: first {values[0]:.2f}, last {values[-1]:.2f}, least {min(values):.2f}, "
            f"most {max(values):.2f}, {slope:+.2f} an hour"
        )
