"""The gate of coverage: streaming code is reached by the tests that bear its name."""

import own_coverage
import pytest
from own_coverage import Reach


@pytest.mark.timeout(300)
def test_streaming_code_is_reached_by_its_own_tests(capsys):
    assert own_coverage.main() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "tests"),
    [
        ("shared/ws/topics.py", ["tests/shared/ws/test_topics*.py", "tests/shared/test_ws*.py"]),
        ("shared/ws/codegen/__init__.py", ["tests/shared/ws/test_codegen*.py"]),
        ("modules/broker/ws.py", ["src/trading_api/modules/broker/tests/test_ws*.py"]),
    ],
)
def test_tests_bear_the_name_of_what_they_test(source, tests):
    assert own_coverage.patterns(f"src/trading_api/{source}") == tests


def test_a_file_below_the_limit_is_named_with_the_lines_that_nobody_reaches():
    lines = list(own_coverage.report([Reach("a.py", 100, []), Reach("b.py", 10, [3, 7])]))

    assert lines == [
        "b.py: 80.0 % by its own tests, not lines 3, 7",
        "own coverage: 2 files, 110 lines, 98.2 % reached; least 80.0 % (b.py)",
    ]


def test_the_limit_is_that_of_each_file():
    assert Reach("a.py", 100, [1] * 5).percent == own_coverage.LIMIT
    assert Reach("empty.py", 0, []).percent == 100
