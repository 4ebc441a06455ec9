"""What a kind of change is, and words that several of them share."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["breaking", "compatible", "documentation"]

ADD = "keep what was, and add the new beside it"
ACCEPT = "go on accepting what was accepted"
PROMISE = "keep the promise, or make a new route beside the old one"


@dataclass(frozen=True)
class Kind:
    """One kind of change; `why` says for whom it breaks, or why for nobody."""

    name: str
    verdict: Verdict
    what: str
    why: str
    remedy: str = ""


def breaking(name: str, what: str, why: str, remedy: str) -> Kind:
    return Kind(name, "breaking", what, why, remedy)


def compatible(name: str, what: str, why: str) -> Kind:
    return Kind(name, "compatible", what, why)
