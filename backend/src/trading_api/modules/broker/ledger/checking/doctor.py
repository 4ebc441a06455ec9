"""What `trading-pro doctor` looks at in the ledgers of a data directory; it only reads."""

from functools import partial
from pathlib import Path

from trading_api.modules.broker.ledger.backup import ledgers
from trading_api.modules.broker.ledger.store.driver import (
    SQLITE_VERSION,
    has_wal_reset_bug,
    reader_engine,
)
from trading_api.shared.counted import counted
from trading_api.shared.diagnostics import Check, Finding, failed, not_checked, ok

from .corruption import LedgerCorrupt
from .verification import verify_ledger

TROUBLE = "The accounts do not trade"


def ledger_checks(data_dir: Path) -> list[Check]:
    """Return the checks; verifying takes a second for some ten thousand steps."""
    found = [Check(TROUBLE, "SQLite", _sqlite)]
    files = ledgers(data_dir)
    if not files:
        found.append(Check(TROUBLE, "ledger", lambda: not_checked("nothing has traded here yet")))
    return found + [Check(TROUBLE, path.name, partial(_ledger, path)) for path in files]


def _sqlite() -> Finding:
    if has_wal_reset_bug(SQLITE_VERSION):
        return not_checked(
            f"{SQLITE_VERSION} has the WAL-reset bug, which one writing connection cannot meet",
            "a Python with SQLite 3.51.3 or newer has it no more",
        )
    return ok(SQLITE_VERSION)


def _ledger(path: Path) -> Finding:
    """Verify all of a ledger beside the server that may be writing it."""
    engine = reader_engine(path, readers=1)
    try:
        with engine.begin() as connection:
            for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(1)"):
                if line != "ok":
                    return failed(str(line), "bring back a backup with `trading-pro restore FILE`")
            verified = verify_ledger(connection, whole=True)
    except LedgerCorrupt as corrupt:
        return failed(f"{corrupt.place}: {corrupt.found}", "`trading-pro restore FILE`")
    finally:
        engine.dispose()
    steps = sum(one.steps for one in verified)
    held = f"{counted(len(verified), 'account')}, {counted(steps, 'step')}"
    return ok(f"{held}, all verified")
