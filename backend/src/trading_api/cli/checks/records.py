"""Are the records of lossless streams whole."""

from functools import partial
from pathlib import Path

from trading_api.shared.counted import counted
from trading_api.shared.diagnostics import Check, Finding, failed, ok
from trading_api.shared.file_copies import CopyRefused
from trading_api.shared.ws.history_copies import records, verified

TROUBLE = "A lossless stream lost something"


def checks(data_dir: Path) -> list[Check]:
    """Return a check for each record that has a file of its own."""
    return [Check(TROUBLE, path.name, partial(_record, path)) for path in records(data_dir)]


def _record(path: Path) -> Finding:
    try:
        return ok(f"{counted(verified(path), 'update')}, all verified")
    except CopyRefused as damaged:
        return failed(str(damaged), "move it away, then `trading-pro restore FILE`")
