"""The fenced blocks of the pages, each with what its info string says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parents[3]
# Pages of what was: a report's or a decision's command is that of its day.
OF_THEIR_DAY = {"reports", "decisions"}
FENCE = re.compile(r"^( *)```(.*)\n((?:.*\n)*?)\1```$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block; `words` are those of its info string behind the language: `name=value` or bare."""

    page: str
    line: int
    language: str
    words: tuple[str, ...]
    text: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    def word(self, name: str) -> str:
        """Return the value of `name=value`; empty where the info string has no such word."""
        found = [word.partition("=")[2] for word in self.words if word.startswith(f"{name}=")]
        return found[0] if found else ""


def pages() -> list[str]:
    """Return the pages whose blocks are checked, relative to the root."""
    found = [page.relative_to(ROOT) for page in sorted((ROOT / "docs").rglob("*.md"))]
    kept = [page.as_posix() for page in found if not OF_THEIR_DAY & set(page.parts)]
    return ["README.md", "CONTRIBUTING.md", *kept]


def blocks_of(page: str) -> list[Block]:
    return list(blocks_in((ROOT / page).read_text(encoding="utf-8"), page))


def blocks_in(text: str, page: str) -> Iterator[Block]:
    for found in FENCE.finditer(text):
        language, *words = found[2].split() or [""]
        line = text.count("\n", 0, found.start()) + 1
        yield Block(page, line, language, tuple(words), dedent(found[3]))
