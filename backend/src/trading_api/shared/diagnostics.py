"""What `trading-pro doctor` asks: checks of the product, and those that modules add."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

Verdict = Literal["ok", "failed", "not checked"]


@dataclass(frozen=True)
class Finding:
    """What one check came to, in one line; `remedy` is the one thing to do about it."""

    verdict: Verdict
    detail: str
    remedy: str = ""


def ok(detail: str) -> Finding:
    return Finding("ok", detail)


def failed(detail: str, remedy: str) -> Finding:
    return Finding("failed", detail, remedy)


def not_checked(reason: str, remedy: str = "") -> Finding:
    """A check that has nothing to look at here; it does not count as a failure."""
    return Finding("not checked", reason, remedy)


@dataclass(frozen=True)
class Check:
    """One question of the troubleshooting list, filed under the trouble that it explains."""

    trouble: str
    subject: str
    examine: Callable[[], Finding]


@runtime_checkable
class Diagnosable(Protocol):
    """A module with checks of its own; they run in `doctor`'s process, with no app started."""

    def checks(self) -> Sequence[Check]:
        """Return the checks; each may block for a few seconds and must not raise."""
        ...
