"""What a command asks the server that trades with a ledger of this data directory."""

import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from trading_api.shared.local_http import LOCAL

from . import running_server
from .failure import CommandFailed

HEALTH_LIMIT_S = 5.0
# The log of the replaced ledger goes into its file, and the accounts are read up to now.
RESTORE_LIMIT_S = 120.0


def find_trading(data_dir: Path, ledger: Path) -> str | None:
    """Return the address of the server that has this ledger, or tries to; None without one."""
    note = running_server.find(data_dir)
    if note is None or not note.alive or ledger.parent != data_dir:
        return None
    try:
        with LOCAL.open(f"{note.url}/api/v1/health", timeout=HEALTH_LIMIT_S) as answer:
            broker = json.load(answer)["broker"]
    except (OSError, ValueError, KeyError):
        return None
    return note.url if broker is not None and broker["ledger"] == ledger.name else None


def ask_to_restore(url: str, staged: str) -> dict[str, Any]:
    """Have the server put a staged copy in its ledger's place; return its report.

    Raises:
        CommandFailed: it refused, or did not answer.
    """
    request = urllib.request.Request(
        f"{url}/api/v1/broker/ledger/restore",
        data=json.dumps({"staged": staged}).encode(),
        headers={"Content-Type": "application/json"},
        method="POST",
    )
    try:
        with LOCAL.open(request, timeout=RESTORE_LIMIT_S) as answer:
            report: dict[str, Any] = json.load(answer)
    except urllib.error.HTTPError as refused:
        said = json.load(refused)
        raise CommandFailed(f"{said['code']}: {said['message']}") from None
    except (OSError, ValueError) as lost:
        raise CommandFailed(
            f"{url} did not say what came of it ({lost}): look at its log and at"
            " `trading-pro doctor`; the ledger there is the old one or the restored one, whole"
        ) from None
    return report
