"""A change of a checkout: shown as a diff, or written as a whole."""

import difflib
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .refusal import Refused
from .workshop import remove_empty, text_of


@dataclass
class Change:
    """Texts of files before and after, by path; None where there is no file."""

    before: dict[str, str | None] = field(default_factory=dict)
    after: dict[str, str | None] = field(default_factory=dict)

    def add(self, path: str, before: str | None, after: str | None) -> None:
        if before != after:
            self.before[path] = before
            self.after[path] = after

    def diff(self) -> str:
        """Return a unified diff that `git apply` and `patch -p1` take."""
        return "".join(
            line
            for path in sorted(self.after)
            for line in _diff(path, self.before[path], self.after[path])
        )

    def write(self, root: Path) -> None:
        """Write all of it; when something fails, nothing of it stays.

        Raises:
            Refused: a file is not any more what the change began from, or cannot be written.
        """
        moved = [path for path, text in self.before.items() if text_of(root / path) != text]
        if moved:
            raise Refused(f"{moved[0]} was changed meanwhile; run the command again")
        done: list[str] = []
        try:
            for path, text in self.after.items():
                done.append(path)
                _write(root / path, text)
        except OSError as error:
            for path in done:
                _write(root / path, self.before[path])
            raise Refused(f"{error.filename}: {error.strerror}; nothing was changed") from error


def refuse_uncommitted(root: Path, paths: Iterable[str]) -> None:
    """Refuse where files that git tracks have changes that are not committed.

    Raises:
        Refused: there are some; the first ones are named.
    """
    command = ["git", "-c", "safe.directory=*", "status", "--porcelain"]
    command += ["--untracked-files=no", "--", *paths]
    try:
        said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return
    changed = [line[3:] for line in said.stdout.splitlines()]
    if said.returncode == 0 and changed:
        rest = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        raise Refused(f"{', '.join(changed[:3])}{rest}: not committed; commit or undo first")


def unlike(expected: Mapping[str, str | None], found: Mapping[str, str | None]) -> list[str]:
    """Return the paths whose texts differ."""
    return [path for path in sorted(expected) if found.get(path) != expected[path]]


def _write(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            remove_empty(path.parent)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _diff(path: str, before: str | None, after: str | None) -> Iterator[str]:
    names = (
        "/dev/null" if before is None else f"a/{path}",
        "/dev/null" if after is None else f"b/{path}",
    )
    old, new = ((text or "").splitlines(keepends=True) for text in (before, after))
    yield from difflib.unified_diff(old, new, *names)
