"""The terminal's documents in a backup."""

from pathlib import Path

from trading_api.cli.trading_server import ask_to_restore, find_serving
from trading_api.modules.workspace.copies import FILE_NAME, stage, verified
from trading_api.modules.workspace.documents_file import DocumentsFile
from trading_api.shared.clock import SystemClock
from trading_api.shared.counted import counted
from trading_api.shared.errors import Refusal
from trading_api.shared.file_copies import CopyRefused, copy_verified, remove

from .part import BroughtBack


class Documents:
    """Layouts, watchlists and settings of a data directory."""

    def __init__(self, data_dir: Path) -> None:
        self.file = data_dir / FILE_NAME
        self._staged: Path | None = None

    def copy(self, target: Path) -> str:
        return _held(copy_verified(self.file, target, verified))

    def stage(self, copy: Path) -> str:
        self._staged, count = stage(copy, self.file)
        return _held(count)

    def bring_back(self) -> BroughtBack:
        assert self._staged is not None
        url = find_serving(self.file.parent, "workspace")
        if url is None:
            try:
                kept = DocumentsFile(self.file, SystemClock()).replace(self._staged)
            except Refusal as refused:
                raise CopyRefused(str(refused)) from refused
            return BroughtBack("`trading-pro serve` has them", kept)
        name = ask_to_restore(f"{url}/api/v1/workspace/restore", self._staged.name)["kept"]
        return BroughtBack(f"{url} has them", name and self.file.with_name(name))

    def discard(self) -> None:
        if self._staged is not None:
            remove(self._staged)


def _held(count: int) -> str:
    return counted(count, "document")
