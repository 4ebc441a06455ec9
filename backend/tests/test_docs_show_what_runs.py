"""What a page shows of a file is the file, as the suites run it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHOWN = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGE = ROOT / "docs" / "reference" / "test-kit.md"
FILES = SHOWN.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("path", "text"), FILES, ids=[path for path, _ in FILES])
def test_the_test_kit_shows_its_examples_as_they_are(path, text):
    assert text == (ROOT / path).read_text(encoding="utf-8")


def test_every_example_of_the_test_kit_is_shown():
    files = (ROOT / "backend" / "tests" / "test_kit").glob("*.py")
    examples = {str(file.relative_to(ROOT)) for file in files}

    assert examples < {path for path, _ in FILES}
