"""Refuse source files and functions that have outgrown a reader; generated code is exempt.

Beside the hard limits, nine functions of ten must be short: so many lines at most as `P90_LIMIT`
says, in either language.
"""

import ast
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FILE_LIMIT = 400
TEST_FILE_LIMIT = 500
FUNCTION_LIMIT = 60
P90_LIMIT = 25
LANGUAGES = {
    ".py": "Python",
    ".ts": "TypeScript",
    ".vue": "TypeScript",
    ".mjs": "TypeScript",
    ".js": "TypeScript",
}
SUFFIXES = {*LANGUAGES, ".css", ".sh", ".mk"}
GENERATED = ("ws_generated", "ws-types-generated", "trader-client-generated")
# Declares somebody else's interface, whole.
EXEMPT = {"frontend/public/trading_terminal/charting_library.d.ts"}


class Function(NamedTuple):
    """One function; `lines` are those of its body, without its docstring."""

    file: Path
    line: int
    name: str
    lines: int


def main(root: Path = ROOT) -> int:
    sources = list(_sources(root))
    functions = [*python_functions(sources), *typescript_functions(sources, root)]
    found = [finding for path in sources for finding in long_files(path, root)]
    found += long_functions(functions, root)
    for group, lengths in sorted(by_group(functions, root).items()):
        line, is_within = percentiles(lengths)
        print(f"functions, {group}: {line}")
        found += [] if is_within else [f"{group}: 9 functions of 10 have {P90_LIMIT} lines at most"]
    for finding in found:
        print(finding)
    print("sizes: " + (f"{len(found)} too large" if found else "all within limits"))
    return 1 if found else 0


def _sources(root: Path) -> Iterator[Path]:
    # A checkout may belong to another user than the one who checks it.
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others"]
    command += ["--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    for name in sorted(set(listed.splitlines())):
        path = root / name
        generated = any(part in GENERATED for part in path.parts)
        if path.suffix in SUFFIXES and not generated and name not in EXEMPT and path.is_file():
            yield path


def long_files(path: Path, root: Path) -> Iterator[str]:
    """Yield a line when the file exceeds its limit; `root` is what its name starts from."""
    name = path.relative_to(root)
    limit = TEST_FILE_LIMIT if _is_test(name) else FILE_LIMIT
    lines = path.read_text(encoding="utf-8").count("\n")
    if lines > limit:
        yield f"{name}: {lines} lines (limit {limit})"


def long_functions(functions: Iterable[Function], root: Path) -> list[str]:
    """Return a line for each function that exceeds the limit."""
    return [
        f"{one.file.relative_to(root)}:{one.line}: {one.name} is {one.lines} lines"
        f" (limit {FUNCTION_LIMIT})"
        for one in functions
        if one.lines > FUNCTION_LIMIT
    ]


def by_group(functions: Iterable[Function], root: Path) -> dict[str, list[int]]:
    """Return the lengths of each language's functions, those of tests apart."""
    groups: dict[str, list[int]] = defaultdict(list)
    for one in functions:
        kind = " tests" if _is_test(one.file.relative_to(root)) else ""
        groups[LANGUAGES[one.file.suffix] + kind].append(one.lines)
    return groups


def percentiles(lengths: Sequence[int]) -> tuple[str, bool]:
    """Return count, median, ninth tenth and longest in words, and whether the ninth is short."""
    ordered = sorted(lengths)
    p50, p90 = (ordered[int(len(ordered) * part)] for part in (0.5, 0.9))
    words = f"{len(ordered)}, half have {p50} lines at most, 9 of 10 {p90}, the longest "
    return words + str(ordered[-1]), p90 <= P90_LIMIT


def python_functions(paths: Iterable[Path]) -> Iterator[Function]:
    """Yield the functions and methods of the Python files."""
    for path in paths:
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield Function(path, node.lineno, node.name, _length(node))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body
    if len(body) > 1 and ast.get_docstring(function, clean=False) is not None:
        body = body[1:]
    return (function.end_lineno or function.lineno) - body[0].lineno + 1


def typescript_functions(paths: Iterable[Path], root: Path) -> Iterator[Function]:
    """Yield the functions of the other files, as the TypeScript compiler sees them."""
    files = [str(path) for path in paths if LANGUAGES.get(path.suffix) == "TypeScript"]
    if not files:
        return
    command = ["node", str(root / "scripts" / "function_lengths.mjs"), *files]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for file, line, name, lines in json.loads(printed):
        yield Function(Path(file), line, name, lines)


def _is_test(path: Path) -> bool:
    parts = path.parts
    return "tests" in parts or "__tests__" in parts or ".spec." in path.name


if __name__ == "__main__":
    sys.exit(main())
