"""A ledger's file, and a writer on it with one account."""

import pytest

from trading_api.modules.broker.engine.testing import quote
from trading_api.modules.broker.ledger.testing import Bench, ScriptedFeed


@pytest.fixture
def path(tmp_path):
    return tmp_path / "broker.sqlite3"


@pytest.fixture
def bench(path):
    bench = Bench(path, ScriptedFeed([quote(0, 9_990, 10_010)]))
    bench.open_account()
    yield bench
    bench.close()
