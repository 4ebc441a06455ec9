"""Runs `trading-pro` unchanged; at SIGUSR1 it writes how many tasks its loop has.

`python -m cuts.counted FILE ARGUMENTS…`. The product itself does not count its tasks.
"""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from trading_api.cli import main


def count_into(path: Path) -> None:
    """Let SIGUSR1 write the names of all tasks, whole or not at all."""

    def write(_number: int, _frame: FrameType | None) -> None:
        tasks = asyncio.all_tasks(asyncio.get_running_loop())
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps({"tasks": len(tasks)}), encoding="utf-8")
        os.replace(beside, path)

    signal.signal(signal.SIGUSR1, write)


if __name__ == "__main__":
    count_into(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
