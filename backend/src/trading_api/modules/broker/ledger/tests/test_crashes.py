"""What was acknowledged survives: killed processes, a torn log, a full disk."""

import os
import random
import resource
import shutil
import subprocess
import sys
from typing import IO

import pytest

from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.ledger.checking.verification import verify_ledger
from trading_api.modules.broker.ledger.store.driver import reader_engine
from trading_api.modules.broker.ledger.store.readers import LedgerReaders
from trading_api.modules.broker.ledger.testing import Bench
from trading_api.modules.broker.ledger.tests.crashing import order_of
from trading_api.modules.broker.ledger.tests.orders import buy

KILLS = int(os.environ.get("TP_TEST_KILLS", "4"))
TRADER = "trading_api.modules.broker.ledger.tests.crashing"
MOST_LINES = 400


def verified(path):
    """Return how many steps a file has, all of it verified."""
    engine = reader_engine(path)
    try:
        with engine.begin() as connection:
            return [one.mark.step for one in verify_ledger(connection, whole=True)]
    finally:
        engine.dispose()


def trade_until_killed(path, lines):
    """Return what a trader was told before it was killed after `lines` answers."""
    trader = subprocess.Popen(
        [sys.executable, "-m", TRADER, str(path)], stdout=subprocess.PIPE, text=True
    )
    output: IO[str] = trader.stdout  # type: ignore[assignment]
    told = [output.readline() for _ in range(lines)]
    trader.kill()
    told += output.readlines()
    output.close()
    assert trader.wait() < 0
    return [line.split() for line in told if line.endswith("\n")]


@pytest.mark.timeout(30 + 10 * KILLS)
def test_nothing_acknowledged_is_lost_to_kills(path):
    chance = random.Random(4)
    told = []
    for _ in range(KILLS):
        told += trade_until_killed(path, chance.randint(1, MOST_LINES))
    (last,) = verified(path)
    readers = LedgerReaders(path)
    recorded = {order.id for order in readers.final_orders("demo")}
    readers.close()
    assert len({key for key, _, _ in told}) == len(told) >= KILLS
    assert {order_id for _, order_id, _ in told} <= recorded
    assert max(int(step) for _, _, step in told) <= last


def test_after_a_kill_a_repeated_key_is_answered_as_before(path):
    told = trade_until_killed(path, 40)
    bench = Bench(path)
    key, order_id, step = told[1]
    again = bench.command(order_of(int(key.split("-")[2])), key)
    assert again == Reply(int(step), order_id)
    bench.close()


@pytest.mark.parametrize("lost", [1, 100, 4_096, 20_000])
def test_a_torn_log_loses_the_last_commits_alone(bench, path, tmp_path, lost):
    for _ in range(30):
        bench.command(buy(1))
    torn = tmp_path / "torn.sqlite3"
    shutil.copy(path, torn)
    log = path.with_name(f"{path.name}-wal").read_bytes()
    torn.with_name(f"{torn.name}-wal").write_bytes(log[:-lost])
    (steps,) = verified(torn)
    assert 0 < steps < bench.steps[-1].number


def test_a_full_disk_refuses_and_goes_on_once_there_is_room(bench, path):
    bench.command(buy(1))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = path.with_name(f"{path.name}-wal").stat().st_size
    # Writing beyond it fails as on a full disk; Python ignores the signal that comes with it.
    resource.setrlimit(resource.RLIMIT_FSIZE, (log + 1_000, limits[1]))
    try:
        refused = bench.command(buy(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (refused.code, refused.temporary) == ("LEDGER_UNAVAILABLE", True)
    bench.command(buy(3))
    assert [step.executions[0].qty for step in bench.steps if step.executions] == [1, 3]
    assert verified(path) == [bench.steps[-1].number]
