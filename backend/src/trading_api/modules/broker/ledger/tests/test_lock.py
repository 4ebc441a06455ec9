"""The lock of a ledger, between processes."""

import subprocess
import sys

from trading_api.modules.broker.ledger.lock import LedgerLock

HOLD = """
import sys, pathlib
from trading_api.modules.broker.ledger.lock import LedgerLock
lock = LedgerLock(pathlib.Path(sys.argv[1]))
print(lock.try_acquire(), flush=True)
sys.stdin.read()
"""


def test_two_processes_never_hold_one_ledger(path):
    with _holder(path) as other:
        lock = LedgerLock(path)
        assert other.stdout.readline() == "True\n"
        assert not lock.try_acquire()
        assert lock.holder == f"process {other.pid}"
        other.stdin.close()


def test_a_killed_process_leaves_the_lock(path):
    with _holder(path) as other:
        other.stdout.readline()
        other.kill()
        other.wait()
    lock = LedgerLock(path)
    assert lock.try_acquire()
    lock.release()


def _holder(path):
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
