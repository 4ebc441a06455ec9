"""One file of the data directory in a backup: how it is copied, staged and brought back."""

from pathlib import Path
from typing import NamedTuple, Protocol


class BroughtBack(NamedTuple):
    """Who has it now, in words, and where the file is kept that it replaced."""

    now: str
    kept: Path | None


class Part(Protocol):
    """A file of a backup; what raises `CopyRefused` has changed nothing."""

    file: Path

    def copy(self, target: Path) -> str:
        """Copy it, verified, beside whoever writes it; return what the copy holds."""

    def stage(self, copy: Path) -> str:
        """Verify a copy and lay it beside the file, which is not touched; return what it holds."""

    def bring_back(self) -> BroughtBack:
        """Put what is staged in the place of the file."""

    def discard(self) -> None:
        """Remove what is staged and was not brought back."""
