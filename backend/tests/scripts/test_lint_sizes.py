"""The gate of sizes: what has outgrown a reader is named."""

from pathlib import Path

import lint_sizes
import pytest

ROOT = Path(__file__).parents[3]
TYPESCRIPT = """export function outer(): void {
  const inner = () => {
    act();
    act();
  };
  inner();
}
describe("a chapter", () => {
  it("is no function", () => {
    act();
  });
});
"""


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def function_of(lines: int) -> str:
    return 'def f():\n    """What it does."""\n' + "    x = 1\n" * lines


@pytest.mark.parametrize(
    ("name", "limit"), [("a.py", 400), ("a.vue", 400), ("tests/a.py", 500), ("a.spec.ts", 500)]
)
def test_a_file_over_its_limit_is_named(tmp_path, name, limit):
    found = [
        list(lint_sizes.long_files(written(tmp_path, name, "\n" * lines), tmp_path))
        for lines in (limit, limit + 1)
    ]

    assert found == [[], [f"{name}: {limit + 1} lines (limit {limit})"]]


def test_a_function_over_its_limit_is_named_with_its_line(tmp_path):
    path = written(tmp_path, "a.py", function_of(60) + function_of(61))

    found = lint_sizes.long_functions(lint_sizes.python_functions([path]), tmp_path)

    assert found == ["a.py:63: f is 61 lines (limit 60)"]


def test_functions_of_typescript_are_measured_without_the_chapters_of_tests(tmp_path):
    path = written(tmp_path, "a.ts", TYPESCRIPT)

    found = lint_sizes.typescript_functions([path], ROOT)

    assert [(one.name, one.line, one.lines) for one in found] == [
        ("outer", 1, 5),
        ("inner", 2, 2),
        ("(anonymous)", 9, 1),
    ]


def test_functions_of_a_component_are_counted_from_the_top_of_its_file(tmp_path):
    text = (
        "<template>\n<p />\n</template>\n<script setup>\nfunction act() {\n  go();\n}\n</script>\n"
    )
    path = written(tmp_path, "a.vue", text)

    assert [one[1:] for one in lint_sizes.typescript_functions([path], ROOT)] == [(5, "act", 1)]


def test_nine_of_ten_must_be_short():
    words, is_within = lint_sizes.percentiles([5] * 89 + [26] * 11)
    assert (words, is_within) == (
        "100, half have 5 lines at most, 9 of 10 26, the longest 26",
        False,
    )

    assert lint_sizes.percentiles([5] * 91 + [26] * 9)[1]


def test_tests_are_a_group_of_their_own(tmp_path):
    paths = [written(tmp_path, name, function_of(3)) for name in ("a.py", "tests/test_a.py")]

    groups = lint_sizes.by_group(lint_sizes.python_functions(paths), tmp_path)

    assert groups == {"Python": [3], "Python tests": [3]}
