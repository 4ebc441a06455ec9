"""The record of a lossless stream in a backup."""

from pathlib import Path

from trading_api.shared.counted import counted
from trading_api.shared.file_copies import CopyRefused, copy_verified, remove
from trading_api.shared.ws.history_copies import bring_back, verified

from .part import BroughtBack


class Record:
    """What a lossless stream has said, in a file of its own."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._staged = file.with_name(f"{file.name}.staged")

    def copy(self, target: Path) -> str:
        return _held(copy_verified(self.file, target, verified))

    def stage(self, copy: Path) -> str:
        return _held(copy_verified(copy, self._staged, verified))

    def bring_back(self) -> BroughtBack:
        try:
            if bring_back(self._staged, self.file):
                return BroughtBack("its stream goes on from there", None)
        except OSError as fault:
            raise CopyRefused(f"{self.file} could not be brought back: {fault}") from fault
        return BroughtBack("not brought back, the record that is there goes on", None)

    def discard(self) -> None:
        remove(self._staged)


def _held(count: int) -> str:
    return counted(count, "update")
