"""What a trial came to, in the figures of the table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .listeners import Heard
from .plan import Plan
from .trial import Trial, Watched


@dataclass(frozen=True)
class Figures:
    """Of all disturbed listeners of one kind together, the delays and what is left excepted."""

    title: str
    listeners: int
    due: int
    missing: int
    unanswered: int
    doubled: int
    old_s: float
    longest_old_s: float
    hear_at_end: int
    calm_p99_ms: float
    stalled_p99_ms: float
    stalled_age_ms: float
    stall_mib: float
    left: Mapping[str, int]

    def row(self) -> str:
        """Return a row of the table in Markdown."""
        left = ", ".join(f"{count} {name}" for name, count in self.left.items() if count)
        return (
            f"| {self.title} | {self.missing:,} of {self.due:,} | {self.unanswered:,} | "
            f"{self.doubled} | "
            f"{self.old_s:.0f} s ({self.longest_old_s:.0f} s) | "
            f"{_ms(self.calm_p99_ms)}, {_ms(self.stalled_p99_ms)} | {_ms(self.stalled_age_ms)} | "
            f"{self.stall_mib:+.0f} MiB | "
            f"{self.hear_at_end} of {self.listeners} | {left or 'nothing'} |"
        )


HEAD = """\
| server, client | events missing | never acknowledged | doubled | old shown as live (longest) | \
others' p99: calm, beside a stalled one | \
others' oldest level beside it | memory for it | hear at the end | left behind |
|---|---|---|---|---|---|---|---|---|---|"""


def figures(trial: Trial) -> list[Figures]:
    """Return one for each kind of client."""
    kinds = dict.fromkeys(watched.kind for watched in trial.watched)
    return [_of_kind(trial, kind) for kind in kinds]


def missing_and_doubled(heard: Heard, told: Iterable[int]) -> tuple[int, int]:
    """Return how many acknowledged events a listener lacks, and how many came again."""
    counted = Counter(n for n, _ in heard.events)
    return len(set(told) - counted.keys()), sum(counted.values()) - len(counted)


def p99_ms(
    heard: Sequence[Heard], told: Mapping[int, int], began: int, window: tuple[float, float]
) -> float:
    """Return the delay of events first told in a window; infinite where over 1 % never came."""
    delays: list[float] = []
    for one in heard:
        came = dict(reversed(one.events))
        for n, at in told.items():
            if window[0] <= (at - began) / 1000 < window[1]:
                delays.append(came[n] - at if n in came else float("inf"))
    delays.sort()
    return delays[min(len(delays) - 1, int(len(delays) * 0.99))] if delays else 0.0


def oldest_ms(watched: Iterable[Watched], began: int, window: tuple[float, float]) -> float:
    """Return how old a shown level was at most in a window."""
    return max(
        (
            age
            for one in watched
            for moment, age in one.ages
            if window[0] <= (moment - began) / 1000 < window[1]
        ),
        default=0.0,
    )


def _of_kind(trial: Trial, kind: str) -> Figures:
    ours = [one for one in trial.watched if one.kind == kind and one.is_disturbed]
    undisturbed = [one for one in trial.watched if not one.is_disturbed]
    others = [one.listener.heard for one in undisturbed]
    pairs = [missing_and_doubled(one.listener.heard, trial.told) for one in ours]
    plan: Plan = trial.plan
    return Figures(
        title=f"{trial.contender.title}, {kind}",
        listeners=len(ours),
        due=len(trial.told) * len(ours),
        unanswered=trial.unanswered,
        missing=sum(missing for missing, _ in pairs),
        doubled=sum(doubled for _, doubled in pairs),
        old_s=sum(one.old_s for one in ours),
        longest_old_s=max(one.longest_old_s for one in ours),
        hear_at_end=sum(one.hears_at_end for one in ours),
        calm_p99_ms=p99_ms(others, trial.told, trial.began, plan.calm),
        stalled_p99_ms=p99_ms(others, trial.told, trial.began, plan.stalled),
        stalled_age_ms=oldest_ms(undisturbed, trial.began, plan.stalled),
        stall_mib=trial.stall_mib,
        left={name: trial.left[name] - trial.before[name] for name in trial.left},
    )


def faults_of(watched: Iterable[Watched]) -> list[str]:
    """Return what strict listeners found against the protocol."""
    return [fault for one in watched for fault in one.listener.heard.faults]


def _ms(value: float) -> str:
    return "never" if value == float("inf") else f"{value:,.0f} ms"
