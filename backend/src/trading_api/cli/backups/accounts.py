"""The accounts in a backup."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from trading_api.cli.trading_server import ask_to_restore, find_trading
from trading_api.modules.broker.ledger import restoring
from trading_api.modules.broker.ledger.backup import back_up
from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
from trading_api.modules.broker.ledger.checking.verification import Progress, Verified
from trading_api.modules.broker.ledger.store.migrations import NewerLedger
from trading_api.shared.counted import counted
from trading_api.shared.file_copies import CopyRefused, remove

from .part import BroughtBack


class Accounts:
    """A ledger, of the market or of a replay."""

    def __init__(self, ledger: Path, data_dir: Path, progress: Progress | None) -> None:
        self.file = ledger
        self._data_dir = data_dir
        self._progress = progress
        self._staged: Path | None = None

    def copy(self, target: Path) -> str:
        try:
            return _held(back_up(self.file, target, self._progress))
        except LedgerCorrupt as corrupt:
            raise CopyRefused(str(corrupt)) from corrupt

    def stage(self, copy: Path) -> str:
        try:
            staged = restoring.stage(copy, self.file, lambda: secrets.token_hex(8), self._progress)
        except NewerLedger as newer:
            raise CopyRefused(str(newer)) from newer
        self._staged = staged.path
        return _held(staged.accounts)

    def bring_back(self) -> BroughtBack:
        assert self._staged is not None
        url = find_trading(self._data_dir, self.file)
        if url is None:
            kept = restoring.restore(self._staged, self.file)
            return BroughtBack("`trading-pro serve` trades with it", kept)
        report = ask_to_restore(f"{url}/api/v1/broker/ledger/restore", self._staged.name)
        kept = None if report["kept"] is None else self.file.with_name(report["kept"])
        if report["condition"] == "trading":
            return BroughtBack(f"{url} trades with it", kept)
        return BroughtBack(f"{url} says: {report['condition']}, {report['reason']}", kept)

    def discard(self) -> None:
        if self._staged is not None:
            remove(self._staged)


def _held(accounts: Sequence[Verified]) -> str:
    steps = sum(one.steps for one in accounts)
    return f"{counted(len(accounts), 'account')}, {counted(steps, 'step')}"
