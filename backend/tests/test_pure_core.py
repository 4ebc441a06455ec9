"""Between two lines of the pure core nothing else runs: it has no await."""

import ast
from pathlib import Path

import pytest

from trading_api.shared import ws

FOLDER = Path(ws.__file__).parent
PURE = [
    "frames.py",
    "messages.py",
    "topics.py",
    "connections/bad_frames.py",
    "connections/pace.py",
    "delivery/cursor.py",
    "delivery/history_cursor.py",
    "delivery/outbox.py",
    "delivery/retained_cursor.py",
    "delivery/subscription.py",
    "hub/hub.py",
    "hub/retention.py",
]
AWAITING = (ast.Await, ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith)


@pytest.mark.parametrize("name", PURE)
def test_U4_the_pure_core_never_awaits(name):
    tree = ast.parse((FOLDER / name).read_text(encoding="utf-8"))

    assert not [node for node in ast.walk(tree) if isinstance(node, AWAITING)]
