"""Finds the tests of a rule: those whose names begin with its id, on either side."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from .page import CLIENT, SERVER

# `test_S3_…` in Python; `it("[S3] …")` and `it.each(…)("[S3] …")` in TypeScript.
PYTHON_TEST = re.compile(r"^ *(?:async )?def test_([A-Z]\d+)_", re.MULTILINE)
TYPESCRIPT_TEST = re.compile(r"""(?:\bit|\btest|\))\(\s*["'`]\[([A-Z]\d+)\] """)

# What runs quickly and without another process; the services' tests against a real server do not.
PLACES = (
    (SERVER, "backend/tests", "test_*.py", PYTHON_TEST),
    (SERVER, "backend/src", "test_*.py", PYTHON_TEST),
    (CLIENT, "frontend/src", "*.test.ts", TYPESCRIPT_TEST),
)

TestFiles = Mapping[tuple[str, str], Mapping[Path, int]]


def find_tests(root: Path) -> TestFiles:
    """Return for each rule and side the files with its tests, and how many each has.

    Paths are relative to `root`.
    """
    found: dict[tuple[str, str], dict[Path, int]] = defaultdict(lambda: defaultdict(int))
    for side, path, name in _named(root):
        found[name, side][path] += 1
    return found


def _named(root: Path) -> Iterator[tuple[str, Path, str]]:
    for side, folder, pattern, test in PLACES:
        for path in sorted((root / folder).rglob(pattern)):
            for name in test.findall(path.read_text(encoding="utf-8")):
                yield side, path.relative_to(root), name
