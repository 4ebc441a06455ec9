"""A record that was tampered with, or that a disk has changed, is found with its place."""

import shutil

import pytest

from trading_api.modules.broker.engine.inputs import Reset, Submit
from trading_api.modules.broker.engine.testing import SELL, market, quote
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.checking.verification import verify_ledger
from trading_api.modules.broker.ledger.store.driver import raw_connection, reader_engine
from trading_api.modules.broker.ledger.testing import Bench, ScriptedFeed
from trading_api.modules.broker.ledger.tests.orders import buy, resting


def verify(path, *, whole):
    engine = reader_engine(path)
    try:
        with engine.begin() as connection:
            return verify_ledger(connection, whole=whole)
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A closed ledger with fills, a flip, an order that waits, a reset and a key."""
    path = tmp_path_factory.mktemp("day") / "broker.sqlite3"
    bench = Bench(path, ScriptedFeed([quote(0, 9_990, 10_010)]))
    bench.open_account()
    bench.command(buy(5), "k")
    bench.command(Submit(market(SELL, 8)))
    bench.command(resting(9_500))
    bench.feed.add(quote(10, 9_390, 9_400))
    bench.settle()
    bench.command(Reset())
    bench.command(buy(2))
    bench.command(resting(9_000))
    bench.close()
    return path


@pytest.fixture
def traded(day, path):
    shutil.copy(day, path)
    return path


CHANGES = {
    "UPDATE step SET body = replace(body, '\"qty\":5', '\"qty\":4') WHERE step = 3": "step 3",
    "UPDATE step SET cause = replace(cause, 'Submit', 'Cancel') WHERE step = 2": "step 2",
    "UPDATE step SET ts = ts + 1 WHERE step = 4": "step 4",
    "UPDATE step SET chain = replace(chain, 'a', 'b') WHERE step = 4": "step 4",
    "DELETE FROM step WHERE step = 3": "step 4",
    "UPDATE stream_update SET payload = payload || ' ' WHERE route = 'orders' AND seq = 3": "step",
    "DELETE FROM stream_update WHERE route = 'executions' AND seq = 2": "step",
    "UPDATE execution SET body = replace(body, '10010', '10011') WHERE number = 1": "step 3",
    "UPDATE execution SET explanation = '{}' WHERE number = 1": "step 3",
    "UPDATE execution SET number = 9 WHERE number = 1": "step 3",
    "UPDATE orders SET body = replace(body, '\"qty\":5', '\"qty\":6')": "orders demo-o1",
    "UPDATE orders SET final = 1 - final WHERE number = 1": "orders demo-o1",
    "DELETE FROM orders WHERE number = 2": "orders",
    "UPDATE position SET body = replace(body, '\"qty\":2', '\"qty\":3')": "position ACME",
    "UPDATE machine_part SET body = replace(body, 'ACTIVE', 'HALTED')": "digest of its parts",
    "DELETE FROM machine_part WHERE part = 'markets'": "digest of its parts",
    "UPDATE account SET step = step - 1": "step",
    "UPDATE account SET orders_seq = orders_seq + 1": "counter of orders",
    "UPDATE account SET balances = replace(balances, '\"fees\":0', '\"fees\":1')": "balances",
    "UPDATE account SET profile = replace(profile, '1', '2')": "seal",
    "UPDATE account SET epoch = 'mine'": "seal",
    "UPDATE account SET state_hash = ''": "state hash",
    "UPDATE reply SET body = replace(body, 'demo-o1', 'demo-o2')": "reply to k",
}


@pytest.mark.parametrize(("change", "place"), CHANGES.items())
def test_a_change_is_found_with_its_place(traded, change, place):
    connection = raw_connection(traded, "rw")
    assert connection.execute(change).rowcount > 0
    connection.close()
    with pytest.raises(LedgerCorrupt, match=place) as found:
        verify(traded, whole=True)
    assert "trading-pro restore" in str(found.value)


def test_a_whole_record_is_verified(traded):
    (verified,) = verify(traded, whole=True)
    assert (verified.account_id, verified.steps) == ("demo", verified.mark.step)


def test_a_start_begins_at_the_last_mark(traded):
    (first,) = verify(traded, whole=False)
    connection = raw_connection(traded, "rw")
    connection.execute("UPDATE account SET verified = ?", (first.mark.text,))
    connection.close()
    (second,) = verify(traded, whole=False)
    assert (second.steps, second.mark) == (0, first.mark)


def test_a_flipped_byte_is_found_wherever_its_row_lies(traded):
    content = traded.read_bytes()
    # A page keeps stale copies of rows that moved; of the live one a bit is flipped too.
    damaged = content.replace(b'"command":"Submit"', b'"command":"Sucmit"')
    assert damaged != content
    traded.write_bytes(damaged)
    with pytest.raises(LedgerCorrupt, match="step 2: hash"):
        verify(traded, whole=True)


def test_a_torn_page_is_found(traded):
    content = traded.read_bytes()
    traded.write_bytes(content[: len(content) // 2])
    with pytest.raises(LedgerCorrupt):
        verify(traded, whole=True)
