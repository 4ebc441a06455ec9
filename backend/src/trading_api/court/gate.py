"""The gate: a breaking change needs a new contract version, and a line in the changelog."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .change import Change
from .comparison import compare
from .contract_files import RELEASED, Contract, git, read_folder, read_revision

CHANGELOG = "CHANGELOG.md"
# `- Contract version 2: ...` up to the next item, heading or empty line.
_ITEM = re.compile(r"^- Contract version (\d+):(.*(?:\n(?![-#]|\s*$).*)*)", re.MULTILINE)


@dataclass(frozen=True)
class Judgement:
    """One comparison, and what it lacks to be let through; nothing lacks where it may pass."""

    old: Contract
    new: Contract
    changes: Sequence[Change]
    lacking: Sequence[str]


def judge(old: Contract, new: Contract, changelog: str) -> Judgement:
    """Return whether the changes between two contracts are announced as they must be."""
    changes = compare(old, new)
    breaking = [change for change in changes if change.breaks]
    return Judgement(old, new, changes, list(_lacking(old, new, breaking, changelog)))


def judge_baseline(root: Path, changelog: str) -> Judgement | None:
    """Judge the last change of the released contract itself; None where no history shows one.

    Who puts the baseline aside would otherwise have nothing to compare with.
    """
    before = _before_the_baseline(root)
    if before is None or git(root, "cat-file", "-e", f"{before}:{RELEASED}/asyncapi.json") is None:
        return None
    old = read_revision(before, root, str(RELEASED))
    return judge(old, read_folder(root / RELEASED, str(RELEASED)), changelog)


def _before_the_baseline(root: Path) -> str | None:
    if git(root, "diff", "--quiet", "HEAD", "--", str(RELEASED)) is None:
        return "HEAD"
    last = git(root, "log", "-1", "--format=%H", "--", str(RELEASED))
    return f"{last.strip()}^" if last else None


def _lacking(
    old: Contract, new: Contract, breaking: Sequence[Change], changelog: str
) -> Sequence[str]:
    if not breaking:
        return []
    was, now = old.version or 0, new.version or 0
    if now <= was:
        return [
            f"the contract version is still {was}: make it {was + 1} in "
            "backend/src/trading_api/shared/ws/messages.py, "
            "frontend/src/plugins/ws/messages.ts and docs/reference/protocol.md, "
            "then `make generate`"
        ]
    told = " ".join(text for version, text in _ITEM.findall(changelog) if was < int(version) <= now)
    unnamed = dict.fromkeys(
        f"`{one.subject}`" for one in breaking if f"`{one.subject}`" not in told
    )
    if not unnamed:
        return []
    return [
        f"{CHANGELOG} has no line `- Contract version {now}: …` that names {', '.join(unnamed)}"
    ]
