"""The gate of sizes: what has outgrown a reader is named."""

from pathlib import Path

import lint_sizes
import pytest


def findings(tmp_path: Path, name: str, text: str) -> list[str]:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return list(lint_sizes.findings(path, tmp_path))


def function_of(lines: int) -> str:
    return "def f():\n" + "    x = 1\n" * lines


@pytest.mark.parametrize(
    ("name", "limit"), [("a.py", 400), ("a.vue", 400), ("tests/a.py", 500), ("a.spec.ts", 500)]
)
def test_a_file_over_its_limit_is_named(tmp_path, name, limit):
    assert findings(tmp_path, name, "\n" * limit) == []
    assert findings(tmp_path, name, "\n" * (limit + 1)) == [
        f"{name}: {limit + 1} lines (limit {limit})"
    ]


def test_a_function_over_its_limit_is_named_with_its_line(tmp_path):
    assert findings(tmp_path, "a.py", function_of(60)) == []
    assert findings(tmp_path, "a.py", "\n" + function_of(61)) == [
        "a.py:2: f is 61 lines (limit 60)"
    ]
