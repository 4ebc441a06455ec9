"""`restore` beside a running server: a real process, a real socket, kills in the middle."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
import urllib.error
from contextlib import closing
from itertools import count

import pytest
from websockets.sync.client import connect

from trading_api.cli import main
from trading_api.modules.broker.ledger.checking.verification import verify_ledger
from trading_api.modules.broker.ledger.lock import LedgerLock
from trading_api.modules.broker.ledger.store.driver import reader_engine
from trading_api.modules.broker.ledger.testing import Bench
from trading_api.modules.broker.ledger.tests.orders import resting

LEDGER = "broker.sqlite3"
PHASES = [
    lambda names: any(".staged-" in name for name in names),
    lambda names: any(name.endswith(".part") for name in names),
    lambda names: f"{LEDGER}-wal" not in names,
    lambda names: f"{LEDGER}.replaced" in names,
]
BESIDE = ("-wal", "-shm", ".lock")
RESTORES = int(os.environ.get("TP_TEST_RESTORES", "1"))
KILLS = int(os.environ.get("TP_TEST_KILLS", "4"))
ORDER = {"symbol": "BTC/USD", "type": 1, "side": 1, "qty": "0.01", "limitPrice": "50000"}


def run(folder, *arguments):
    return main([*map(str, arguments), "--data-dir", str(folder)])


def place(server, count=1):
    """Place resting orders; return the id of the last."""
    return [server.call("broker/orders", ORDER)["orderId"] for _ in range(count)][-1]


def order_ids(server):
    return [one["id"] for one in server.call("broker/orders")]


def verified(path):
    """Return how many steps a ledger has, all of it verified."""
    engine = reader_engine(path)
    try:
        with engine.begin() as connection:
            [one] = verify_ledger(connection, whole=True)
            return one.mark.step
    finally:
        engine.dispose()


def ask(socket, kind, payload, **more):
    """Send a request; return its response's payload and what it says of the state."""
    socket.send(json.dumps({"type": f"{kind}.subscribe", "payload": payload, **more}))
    answer = json.loads(socket.recv(timeout=10))["payload"]
    return answer, [json.loads(socket.recv(timeout=10)) for _ in range(answer.get("snapshot", 0))]


def test_a_running_server_trades_on_with_the_backup(serve, tmp_path, capsys):
    server = serve()
    kept = place(server)
    run(tmp_path, "backup", tmp_path / "copy")
    lost = place(server)
    assert run(tmp_path, "restore", tmp_path / "copy") == 0
    said = capsys.readouterr().out.splitlines()[1:]
    assert said[1] == f"{tmp_path / LEDGER}: 1 account, 2 steps; {server.url} trades with it"
    assert said[2] == f"what was there is kept as {tmp_path / LEDGER}.replaced"
    assert order_ids(server) == [kept]
    assert verified(tmp_path / f"{LEDGER}.replaced") == 3
    assert place(server) == lost


def test_R2_a_listener_is_told_and_gets_a_fresh_state(serve, tmp_path):
    server = serve()
    place(server)
    run(tmp_path, "backup", tmp_path / "copy")
    place(server)
    account = {"accountId": "demo"}
    with connect(server.ws_url, proxy=None) as socket:
        before, _ = ask(socket, "orders", account)
        run(tmp_path, "restore", tmp_path / "copy")
        ended = json.loads(socket.recv(timeout=10))
        recover = {"epoch": before["epoch"], "seq": before["seq"]}
        after, parts = ask(socket, "orders", account, recover=recover)
    assert (ended["type"], ended["payload"]["state"]) == ("orders.status", "ended")
    assert (after["recovered"], after["seq"], len(parts)) == (False, 1, 1)
    assert after["epoch"] != before["epoch"]


@pytest.mark.timeout(30 + 15 * KILLS)
def test_a_server_killed_in_the_middle_has_the_old_accounts_or_the_backups(serve, tmp_path):
    found = []
    server = serve("--port", "0")
    place(server)
    run(tmp_path, "backup", tmp_path / "copy")
    for number in range(KILLS):
        place(server, 3)
        old = verified(tmp_path / LEDGER)
        restoring = restore_beside(tmp_path)
        wait_for(PHASES[number % len(PHASES)], tmp_path, restoring)
        server.process.kill()
        server.process.wait()
        restoring.communicate(timeout=60)
        found.append(verified(tmp_path / LEDGER))
        assert found[-1] in (old, 2)
        assert found[-1] == old or old in [verified(one) for one in tmp_path.glob("*.replaced*")]
        server = serve("--port", "0")
        place(server)
    assert len(found) == KILLS


@pytest.mark.timeout(60 + 40 * RESTORES)
def test_what_was_acknowledged_under_load_is_in_one_of_the_ledgers(serve, tmp_path):
    server, done = serve(), threading.Event()
    acknowledged: list[str] = []
    run(tmp_path, "backup", tmp_path / "copy")
    clients = [
        threading.Thread(target=trade, args=(server, f"c{number}", acknowledged, done))
        for number in range(2)
    ]
    for client in clients:
        client.start()
    for _ in range(RESTORES):
        wait_for_more_than(len(acknowledged) + 50, acknowledged)
        assert run(tmp_path, "restore", tmp_path / "copy") == 0
    done.set()
    for client in clients:
        client.join()
    assert sorted(key for key in keys_of(tmp_path) if key in acknowledged) == sorted(acknowledged)


def trade(server, name, acknowledged, done):
    """Place orders with keys of their own; what is refused must be refused for now."""
    for number in count():
        if done.is_set():
            return
        key = f"{name}-{number}"
        try:
            server.call("broker/orders", {**ORDER, "qty": "0.0001", "clientOrderId": key})
            acknowledged.append(key)
        except urllib.error.HTTPError as refused:
            assert json.load(refused)["code"] == "LEDGER_STARTING"


def wait_for_more_than(many, acknowledged):
    while len(acknowledged) < many:
        os.sched_yield()


def keys_of(folder):
    """Return the keys that were answered, of every ledger in the folder."""
    ledgers = [one for one in folder.glob(f"{LEDGER}*") if not one.name.endswith(BESIDE)]
    for ledger in ledgers:
        with closing(sqlite3.connect(ledger)) as connection:
            yield from (key for (key,) in connection.execute("SELECT key FROM reply"))


def restore_beside(folder):
    command = [sys.executable, "-m", "trading_api", "restore", str(folder / "copy")]
    return subprocess.Popen(
        [*command, "--data-dir", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def wait_for(has_come, folder, restoring):
    while not has_come({one.name for one in folder.iterdir()}) and restoring.poll() is None:
        os.sched_yield()


def traded(folder):
    bench = Bench(folder / LEDGER)
    bench.open_account()
    bench.command(resting())
    bench.close()


def test_without_a_server_the_next_one_trades_with_the_backup(tmp_path, capsys):
    traded(tmp_path)
    run(tmp_path, "backup", tmp_path / "copy")
    assert run(tmp_path / "other", "restore", tmp_path / "copy") == 0
    [_, said] = capsys.readouterr().out.splitlines()
    assert said.endswith("1 account, 2 steps; `trading-pro serve` trades with it")


def test_a_server_that_cannot_be_found_refuses_a_restore(tmp_path, capsys):
    traded(tmp_path)
    run(tmp_path, "backup", tmp_path / "copy")
    lock = LedgerLock(tmp_path / LEDGER)
    lock.try_acquire()
    assert run(tmp_path, "restore", tmp_path / "copy") == 1
    lock.release()
    assert "stop that server (Ctrl-C), restore, start it again" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.staged-*"))
