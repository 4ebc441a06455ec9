"""A checkout as the criteria read it: texts, syntax trees and the contract's documents."""

import ast
import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

BACKEND = "backend/src/trading_api"
MODULES = f"{BACKEND}/modules"
FRONTEND = "frontend/src"
ASYNCAPI = "contract/asyncapi.json"


class Tree:
    """Files by their path relative to the root; each is read once, a missing one is empty."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._texts: dict[str, str] = {}
        self._parsed: dict[str, ast.Module] = {}

    def text(self, path: str) -> str:
        if path not in self._texts:
            file = self.root / path
            self._texts[path] = file.read_text(encoding="utf-8") if file.is_file() else ""
        return self._texts[path]

    def python(self, path: str) -> ast.Module:
        """Return the syntax tree of a file.

        Raises:
            SyntaxError: it is no Python.
        """
        if path not in self._parsed:
            self._parsed[path] = ast.parse(self.text(path), path)
        return self._parsed[path]

    def files(self, folder: str, pattern: str) -> list[str]:
        """Return the paths of the files below a folder, in order."""
        found = (self.root / folder).rglob(pattern)
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    def classes(
        self, folder: str, *, tests: bool, naming: str = ""
    ) -> Iterator[tuple[str, ast.ClassDef]]:
        """Yield the classes at the top of the Python files below a folder; `tests` or the rest.

        Of files that do not have the text `naming`, nothing is read.
        """
        for path in self.files(folder, "*.py"):
            if ("/tests/" in path) == tests and naming in self.text(path):
                for node in self.python(path).body:
                    if isinstance(node, ast.ClassDef):
                        yield path, node

    @cached_property
    def asyncapi(self) -> dict[str, Any]:
        return dict(json.loads(self.text(ASYNCAPI) or "{}"))

    @cached_property
    def models(self) -> dict[str, ast.ClassDef]:
        """The classes below `models/`, by name."""
        return {node.name: node for _, node in self.classes(f"{BACKEND}/models", tests=False)}
