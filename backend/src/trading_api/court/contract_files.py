"""Where a contract to compare with is read from: a folder, one of its files, a revision."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trading_api.shared.errors import ConfigurationError

from .references import Node

FILES = ("asyncapi.json", "openapi.json", "errors.json", "frames.json", "topics.json")
# Without these two nothing of what clients do would be compared.
ESSENTIAL = ("asyncapi.json", "openapi.json")
RELEASED = Path("contract") / "released"


@dataclass(frozen=True)
class Contract:
    """The documents of one contract by file name, and the words for where they come from."""

    origin: str
    documents: dict[str, Node]

    @property
    def version(self) -> int | None:
        """Return the contract version (rule F8); None without the AsyncAPI document."""
        written = self.documents.get("asyncapi.json", {}).get("info", {}).get("version")
        return int(str(written).partition(".")[0]) if written else None


def read_base(base: str | None, root: Path) -> Contract:
    """Return the contract to compare with: a path or a revision, else the released one.

    Raises:
        ConfigurationError: there is none, or it lacks what must be compared.
    """
    if base is None:
        return read_folder(root / RELEASED, f"{RELEASED}, the released contract")
    path = Path(base)
    if path.is_dir():
        return read_folder(path, base)
    if path.is_file():
        return _read_file(path, base)
    return read_revision(base, root)


def read_folder(folder: Path, origin: str) -> Contract:
    """Return the contract in a folder.

    Raises:
        ConfigurationError: it lacks a document that must be compared, or one is not readable.
    """
    return _contract(origin, lambda name: _text(folder / name))


def read_revision(revision: str, root: Path, folder: str = "contract") -> Contract:
    """Return the contract as it was committed in a revision of the repository.

    Raises:
        ConfigurationError: git does not know the revision, or it has no contract.
    """
    commit = git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise ConfigurationError(
            f"{revision} is no folder, no file and no revision here; name one of them "
            "(a shallow clone has no others: `git fetch --unshallow`)"
        )
    short = commit.strip()[:8]
    return _contract(
        f"{folder} of {revision} ({short})",
        lambda name: git(root, "show", f"{commit.strip()}:{folder}/{name}"),
    )


def git(root: Path, *arguments: str) -> str | None:
    """Return what git says; None where it refuses, or where there is no git."""
    # A checkout may belong to another user than the one who looks at it.
    command = ["git", "-C", str(root), "-c", "safe.directory=*", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def _contract(origin: str, text_of: Callable[[str], str | None]) -> Contract:
    texts = {name: text for name in FILES if (text := text_of(name)) is not None}
    missing = [name for name in ESSENTIAL if name not in texts]
    if missing:
        raise ConfigurationError(
            f"nothing to compare with: {origin} has no {', '.join(missing)}; "
            "take it from git, or name a revision, a folder or a document"
        )
    documents = {name: _parsed(text, f"{name} of {origin}") for name, text in texts.items()}
    return Contract(origin, documents)


def _read_file(path: Path, origin: str) -> Contract:
    document = _parsed(_text(path) or "", origin)
    marks = {"asyncapi": "asyncapi.json", "openapi": "openapi.json", "errors": "errors.json"}
    marks |= {"exchanges": "frames.json", "topics": "topics.json"}
    name = next((marks[key] for key in marks if key in document), None)
    if name is None:
        raise ConfigurationError(f"{origin} is no document of a contract ({', '.join(FILES)})")
    return Contract(origin, {name: document})


def _parsed(text: str, origin: str) -> Node:
    try:
        document: Any = json.loads(text)
    except ValueError as error:
        raise ConfigurationError(f"{origin} cannot be read as JSON: {error}") from None
    if not isinstance(document, dict):
        raise ConfigurationError(f"{origin}: expected a JSON object")
    return document


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
