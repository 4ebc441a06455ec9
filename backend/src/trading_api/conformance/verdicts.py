"""What a judgement comes to, and how it says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

Outcome = Literal["passed", "failed", "no answer", "not judged"]

# What a rule comes to is the first of these that one of its judgements came to.
GRAVITY: tuple[Outcome, ...] = ("failed", "no answer", "passed", "not judged")
MAX_SHOWN = 300


class Broken(Exception):
    """The other side did what no rule allows."""

    def __init__(self, expected: str, came: object, rule: str | None = None) -> None:
        """Name the rule where it is another one than the one that is being judged."""
        super().__init__(f"expected {expected}, came {shown(came)}")
        self.rule = rule


class NoAnswer(Exception):
    """What was awaited did not come in time; a slow server is not called a wrong one."""


class NotJudged(Exception):
    """What came is not enough to judge by; the message says what was missing."""


@dataclass(frozen=True)
class Verdict:
    """One judgement of one rule; `route` is empty where the rule is not of a route."""

    rule: str
    what: str
    outcome: Outcome
    why: str = ""
    route: str = ""


def expect(is_so: bool, expected: str, came: object, rule: str | None = None) -> None:
    """Raise `Broken` unless it is so."""
    if not is_so:
        raise Broken(expected, came, rule)


def verdict_of(rule: str, what: str, ended: Exception | None, route: str = "") -> Verdict:
    """Return what a judgement came to that ended so; re-raises a fault of our own."""
    match ended:
        case None:
            return Verdict(rule, what, "passed", "", route)
        case Broken():
            return Verdict(ended.rule or rule, what, "failed", str(ended), route)
        case NoAnswer():
            return Verdict(rule, what, "no answer", str(ended), route)
        case NotJudged():
            return Verdict(rule, what, "not judged", str(ended), route)
    raise ended


def outcomes(verdicts: Iterable[Verdict]) -> dict[str, Outcome]:
    """Return what each rule came to, in the order of the rules."""
    return {rule: _gravest(of_rule) for rule, of_rule in _by_rule(verdicts)}


def is_passed(verdicts: Iterable[Verdict]) -> bool:
    """Tell whether something passed, nothing failed and nothing went unanswered."""
    came = {*outcomes(verdicts).values()}
    return "passed" in came and not {"failed", "no answer"} & came


def report(verdicts: Iterable[Verdict]) -> str:
    """Return a line for each rule, the reasons of what did not pass, and the counts."""
    rules = _by_rule(verdicts)
    lines = [line for rule, of_rule in rules for line in _lines(rule, of_rule)]
    came = [_gravest(of_rule) for _, of_rule in rules]
    counts = ", ".join(f"{came.count(outcome)} {outcome}" for outcome in sorted(GRAVITY))
    return "\n".join([*lines, f"{len(came)} rules: {counts}"])


def as_json(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return what the report says, for programs."""
    return {
        "passed": is_passed(verdicts),
        "rules": outcomes(verdicts),
        "verdicts": [vars(verdict) for verdict in verdicts],
    }


def shown(came: object) -> str:
    """Return what came, cut to what a line can hold."""
    text = came if isinstance(came, str) else repr(came)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def _by_rule(verdicts: Iterable[Verdict]) -> list[tuple[str, list[Verdict]]]:
    ordered = sorted(verdicts, key=lambda one: one.rule)
    return [(rule, list(group)) for rule, group in groupby(ordered, key=lambda one: one.rule)]


def _gravest(verdicts: Iterable[Verdict]) -> Outcome:
    return min((verdict.outcome for verdict in verdicts), key=GRAVITY.index)


def _lines(rule: str, verdicts: Sequence[Verdict]) -> Iterator[str]:
    outcome = _gravest(verdicts)
    count = sum(verdict.outcome == outcome for verdict in verdicts)
    word = outcome.upper() if outcome == "failed" else outcome
    if outcome == "not judged":
        yield f"{rule}  {word:10}  {'; '.join(dict.fromkeys(one.why for one in verdicts))}"
        return
    yield f"{rule}  {word:10}  {count} of {len(verdicts)} judgements"
    for one in verdicts:
        if outcome != "passed" and one.outcome == outcome:
            yield f"      {one.route + ': ' if one.route else ''}{one.what}: {one.why}"
