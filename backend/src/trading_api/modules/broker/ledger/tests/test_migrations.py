"""A file of the first version opens in every later one."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.engine.testing import quote
from trading_api.modules.broker.ledger.checking.verification import verify_ledger
from trading_api.modules.broker.ledger.store import schema
from trading_api.modules.broker.ledger.store.driver import writer_engine
from trading_api.modules.broker.ledger.store.migrations import NewerLedger, prepare
from trading_api.modules.broker.ledger.testing import Bench, ScriptedFeed
from trading_api.modules.broker.ledger.tests.orders import buy

FIRST = Path(__file__).parent / "data" / "ledger-version-1.sqlite3"
FEED = [quote(0, 9_990, 10_010), quote(10, 9_390, 9_400)]


@pytest.fixture
def first(path):
    shutil.copy(FIRST, path)
    return path


@pytest.fixture
def engine(first):
    engine = writer_engine(first)
    yield engine
    engine.dispose()


def add_actor(connection):
    connection.execute(sa.text("ALTER TABLE step ADD COLUMN actor TEXT NOT NULL DEFAULT ''"))


def breaks(connection):
    add_actor(connection)
    raise ZeroDivisionError


def tables_of(engine):
    inspector = sa.inspect(engine)
    return {
        name: [(column["name"], str(column["type"])) for column in inspector.get_columns(name)]
        for name in inspector.get_table_names()
    }


def test_the_first_file_trades_on(first):
    bench = Bench(first, ScriptedFeed(FEED))
    assert bench.command(buy(5), "k") == Reply(3, "demo-o1")
    assert bench.command(buy(1)).step > bench.states[0].head.step
    bench.close()


def test_the_first_file_has_the_tables_of_a_new_one(engine, tmp_path):
    prepare(engine, FIRST)
    new = writer_engine(tmp_path / "new.sqlite3")
    prepare(new, FIRST)
    assert tables_of(engine) == tables_of(new)
    new.dispose()


def test_the_first_file_is_whole_after_an_upgrade(engine):
    found = prepare(engine, FIRST, [add_actor], version=2)
    with engine.begin() as connection:
        (version,) = connection.execute(sa.select(schema.schema_version.c.version)).scalars()
        (verified,) = verify_ledger(connection, whole=True)
    assert (found, version, verified.mark.step) == (1, 2, 8)
    assert ("actor", "TEXT") in tables_of(engine)["step"]


def test_an_upgrade_is_done_once(engine):
    for expected in (1, 2):
        assert prepare(engine, FIRST, [add_actor], version=2) == expected


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(engine):
    before = tables_of(engine)
    with pytest.raises(ZeroDivisionError):
        prepare(engine, FIRST, [breaks], version=2)
    assert tables_of(engine) == before
    assert prepare(engine, FIRST, [add_actor], version=2) == 1


def test_a_newer_file_is_refused(engine):
    prepare(engine, FIRST, [add_actor], version=2)
    with pytest.raises(NewerLedger, match="version 2, this product knows 1"):
        prepare(engine, FIRST)
