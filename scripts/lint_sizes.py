"""Refuse source files and functions that have outgrown a reader; generated code is exempt."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE_LIMIT = 400
TEST_FILE_LIMIT = 500
FUNCTION_LIMIT = 60
SUFFIXES = {".py", ".ts", ".vue", ".mjs", ".js", ".css", ".sh", ".mk"}
GENERATED = ("ws_generated", "ws-types-generated", "trader-client-generated")
# Declares somebody else's interface, whole.
EXEMPT = {"frontend/public/trading_terminal/charting_library.d.ts"}


def main() -> int:
    found = [finding for path in _sources() for finding in findings(path, ROOT)]
    for finding in found:
        print(finding)
    print("sizes: " + (f"{len(found)} too large" if found else "all within limits"))
    return 1 if found else 0


def _sources() -> Iterator[Path]:
    # A checkout may belong to another user than the one who checks it.
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in sorted(listed.splitlines()):
        path = ROOT / name
        generated = any(part in GENERATED for part in path.parts)
        if path.suffix in SUFFIXES and not generated and name not in EXEMPT and path.is_file():
            yield path


def findings(path: Path, root: Path) -> Iterator[str]:
    """Yield a line for each limit that the file exceeds; `root` is what its name starts from."""
    name = path.relative_to(root)
    text = path.read_text(encoding="utf-8")
    limit = TEST_FILE_LIMIT if _is_test(name) else FILE_LIMIT
    lines = text.count("\n")
    if lines > limit:
        yield f"{name}: {lines} lines (limit {limit})"
    if path.suffix == ".py":
        for function in ast.walk(ast.parse(text)):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                length = _length(function)
                if length > FUNCTION_LIMIT:
                    where = f"{name}:{function.lineno}"
                    yield f"{where}: {function.name} is {length} lines (limit {FUNCTION_LIMIT})"


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.body[0].lineno + 1


def _is_test(path: Path) -> bool:
    return "tests" in path.parts or "__tests__" in path.parts or ".spec." in path.name


if __name__ == "__main__":
    sys.exit(main())
