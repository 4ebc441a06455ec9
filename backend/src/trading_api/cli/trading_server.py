"""What `restore` asks the server of a data directory."""

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
    if ledger.parent != data_dir:
        return None
    url, health = _find(data_dir)
    broker = health.get("broker")
    return url if broker is not None and broker["ledger"] == ledger.name else None


def find_serving(data_dir: Path, module: str) -> str | None:
    """Return the address of the server that serves a module from here; None without one."""
    url, health = _find(data_dir)
    return url if module in health.get("modules", []) else None


def _find(data_dir: Path) -> tuple[str | None, dict[str, Any]]:
    """Return the address of the server of a data directory, and its health; {} without one."""
    note = running_server.find(data_dir)
    if note is None or not note.alive:
        return None, {}
    try:
        with LOCAL.open(f"{note.url}/api/v1/health", timeout=HEALTH_LIMIT_S) as answer:
            return note.url, json.load(answer)
    except (OSError, ValueError):
        return None, {}


def ask_to_restore(url: str, staged: str) -> dict[str, Any]:
    """Have the server's module put a staged copy in its file's place; return its report.

    Raises:
        CommandFailed: it refused, or did not answer.
    """
    request = urllib.request.Request(
        url,
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
            " `trading-pro doctor`; the file there is the old one or the restored one, whole"
        ) from None
    return report
