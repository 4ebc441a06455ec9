"""Rows and back: records, parts of a dump, and what a step must be to be added."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.models.broker import OrderStatus, OrderType, Side, StopType
from trading_api.modules.broker.engine.records import (
    Adjustment,
    Balance,
    Equity,
    Execution,
    Order,
    Position,
)
from trading_api.modules.broker.engine.testing import quote
from trading_api.modules.broker.ledger.store.account_rows import AccountRows, Head
from trading_api.modules.broker.ledger.store.driver import has_wal_reset_bug, reader_engine
from trading_api.modules.broker.ledger.store.machine_parts import MachineParts, PartRow
from trading_api.modules.broker.ledger.store.readers import LedgerReaders
from trading_api.modules.broker.ledger.store.record_texts import (
    adjustment_text,
    balance_text,
    equity_text,
    execution_text,
    order_text,
    position_text,
)
from trading_api.modules.broker.ledger.store.step_codec import (
    chained,
    decode_record,
    decode_records,
    encode_step,
)
from trading_api.modules.broker.ledger.testing import encode
from trading_api.modules.broker.ledger.tests.orders import buy, resting

HUGE = 10**40
ORDER = Order(
    id="ö-1",
    number=1,
    symbol="COIN/USD",
    type=OrderType.STOP_LIMIT,
    side=Side.SELL,
    qty=3,
    status=OrderStatus.WORKING,
    time_in_force="GTD",
    created_step=1,
    created_ts=2,
    updated_step=3,
    updated_ts=4,
    queue=5,
    stop_type=StopType.STOP_LOSS,
    filled_cost=-HUGE,
    reserved=HUGE,
    message='says "no"\n',
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
DUMPS = st.dictionaries(st.text(), JSON, max_size=5)


def plain(members):
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))


def test_a_record_comes_back_exactly():
    assert decode_record(Order, order_text(ORDER)) == ORDER


@given(st.builds(Order))
def test_an_order_is_written_as_the_general_encoder_does(order):
    members = {name: value for name, value in order._asdict().items() if value is not None}
    assert order_text(order) == plain(members)


@pytest.mark.parametrize(
    ("text", "kind", "members"),
    [
        (execution_text, Execution, {"chain": "0f"}),
        (position_text, Position, {}),
        (balance_text, Balance, {}),
        (equity_text, Equity, {}),
        (adjustment_text, Adjustment, {}),
    ],
)
@given(data=st.data())
def test_a_record_is_written_as_the_general_encoder_does(data, text, kind, members):
    record = data.draw(st.builds(kind))._replace(**members)
    assert text(record) == plain(record._asdict())


def test_a_record_with_unknown_members_is_refused():
    with pytest.raises(ValueError, match="got the members \\['colour'\\]"):
        decode_record(Order, '{"colour":1}')


def test_a_step_comes_back_exactly(bench):
    bench.command(buy(5))
    for step in bench.steps:
        records = decode_records(encode_step(step).body, 1)
        assert records.orders == step.orders
        assert records.executions == step.executions
        assert records.positions == step.positions
        assert records.balances == step.balances
        assert records.equity == step.equity


def test_a_step_of_an_older_version_goes_through_its_upcasters(bench):
    old = encode_step(bench.steps[0]).body.replace("equity", "worth")

    def renamed(raw):
        inner = {name.replace("worth", "equity"): value for name, value in raw["worth"].items()}
        return {**{key: raw[key] for key in raw if key != "worth"}, "equity": inner}

    assert decode_records(old, 1, [renamed]).equity == bench.steps[0].equity
    assert isinstance(decode_records(old, 1, [renamed]).equity, Equity)


def test_where_one_text_ends_and_the_next_begins_counts():
    assert chained("0", ["ab", "c"]) != chained("0", ["a", "bc"])


@given(st.lists(DUMPS, min_size=1, max_size=5))
def test_parts_written_one_after_the_other_give_the_last_dump(dumps):
    rows: dict[tuple[str, str], PartRow] = {}
    parts = MachineParts()
    for dump in dumps:
        changes = parts.change_to(dump)
        for key in changes.removed:
            del rows[key]
        rows.update(((row.part, row.key), row) for row in changes.put)
        read = MachineParts.of_rows(rows.values())
        assert read.dump() == dump
        assert read.digest == parts.digest == changes.digest
        assert [list(one) for one in read.dump().values() if isinstance(one, dict)] == [
            list(dump[name]) for name in read.dump() if isinstance(dump[name], dict)
        ]


def test_parts_that_did_not_change_are_not_written():
    parts = MachineParts()
    parts.change_to({"core": {"a": 1}, "markets": {"X": {"p": 1}, "Y": {"p": 2}}})
    changes = parts.change_to({"core": {"a": 1}, "markets": {"X": {"p": 1}, "Y": {"p": 3}}})
    assert [(row.part, row.key) for row in changes.put] == [("markets", ".Y")]


def test_a_step_that_does_not_follow_is_refused(bench):
    bench.command(buy(5))
    rows = AccountRows("demo", Head())
    with pytest.raises(ValueError, match="expected step 1 of demo, got 2 of demo"):
        rows.add(bench.steps[1], encode(bench.steps[1]))


def test_a_step_without_its_account_update_is_refused(bench):
    rows = AccountRows("demo", Head())
    with pytest.raises(ValueError, match="one `account` update"):
        rows.add(bench.steps[0], encode(bench.steps[0])[1:])


def test_an_execution_without_explanation_is_refused(bench):
    bench.command(buy(5))
    filled = next(step for step in bench.steps if step.executions)
    rows = AccountRows("demo", Head(step=filled.number - 1))
    with pytest.raises(ValueError, match="explanation of each execution"):
        rows.add(filled._replace(explanations=()), encode(filled))


def test_readers_page_what_is_committed(bench, path):
    for _ in range(7):
        bench.command(buy(1))
    readers = LedgerReaders(path)
    first = readers.page("demo", "executions", 0, 3)
    second = readers.page("demo", "executions", first[-1].seq, 10_000)
    newest = [one.number for one in readers.executions("demo", "ACME", limit=2)]
    older = [one.number for one in readers.executions("demo", before=newest[0], limit=2)]
    readers.close()
    assert [one.seq for one in first + second] == [1, 2, 3, 4, 5, 6, 7]
    assert (newest, older) == ([6, 7], [4, 5])


def test_readers_page_final_orders_backwards(bench, path):
    for _ in range(5):
        bench.command(buy(1))
    bench.command(resting())
    readers = LedgerReaders(path)
    last = readers.final_orders("demo", limit=2)
    before = readers.final_orders("demo", before_step=last[0].updated_step, limit=2)
    every = [order.number for order in readers.final_orders("demo")]
    readers.close()
    assert [order.number for order in before + last] == [2, 3, 4, 5]
    assert every == [1, 2, 3, 4, 5]


def test_readers_find_an_order_and_an_explanation(bench, path):
    order_id = bench.command(buy(5)).order_id
    execution = bench.steps[-1].executions[0]
    readers = LedgerReaders(path)
    order = readers.order("demo", order_id)
    assert order is not None
    assert order.filled_qty == 5
    assert readers.order("demo", "none") is None
    assert readers.explanation("demo", execution.id) == bench.steps[-1].explanations[0]
    assert readers.explanation("demo", "none") is None
    readers.close()


def test_a_state_is_of_one_transaction(bench, path):
    bench.command(resting())
    bench.feed.add(quote(10, 9_990, 10_010))
    readers = LedgerReaders(path)
    state = readers.state("demo")
    readers.close()
    last = bench.steps[-1]
    assert (state.head.step, state.state_hash) == (last.number, last.state_hash)
    assert (state.orders, state.equity) == (last.orders, last.equity)


def test_a_reader_cannot_write(bench, path):
    engine = reader_engine(path)
    with engine.connect() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM reply")
    engine.dispose()


@pytest.mark.parametrize(
    ("version", "has_it"), [("3.40.1", True), ("3.51.2", True), ("3.51.3", False), ("3.6.9", False)]
)
def test_which_sqlite_has_the_bug(version, has_it):
    assert has_wal_reset_bug(version) is has_it
