"""Runs `trading-pro` unchanged; at SIGUSR1 its tasks and objects are counted, by kind.

`python -m soak.counted FILE ARGUMENTS…`. A forked copy collects its garbage and counts what is
left, so that the product itself neither waits for the count nor is collected by it.
"""

import asyncio
import ctypes
import gc
import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from pysqlite3 import _sqlite3  # type: ignore[import-untyped]

from trading_api.cli import main

OURS = "trading_api"
FILES = 65_536


def count_into(path: Path) -> None:
    """Let SIGUSR1 write the counts, whole or not at all."""

    def count(_number: int, _frame: FrameType | None) -> None:
        # A copy has no loop that could be asked.
        tasks = len(asyncio.all_tasks(asyncio.get_running_loop()))
        if os.fork() == 0:
            try:
                # Or a connection that ends meanwhile would end when the copy does.
                os.closerange(3, FILES)
                _write(path, {"tasks": tasks, "sqlite": _in_sqlite(), **_objects()})
            finally:
                os._exit(0)

    signal.signal(signal.SIGUSR1, count)
    # The system buries the copies.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)


def _objects() -> dict[str, int]:
    """Return how many are held, and as `kind NAME` those of the product's own classes."""
    gc.collect()
    by_type = Counter(map(type, gc.get_objects()))
    kinds = {
        f"kind {kind.__name__}": count
        for kind, count in by_type.items()
        if str(kind.__module__).startswith(OURS)
    }
    return {"objects": by_type.total(), **kinds}


def _in_sqlite() -> int:
    """Return the bytes that SQLite has allocated, its page caches most of all."""
    used = ctypes.CDLL(_sqlite3.__file__).sqlite3_memory_used
    used.restype = ctypes.c_longlong
    return int(used())


def _write(path: Path, counts: dict[str, int]) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(counts), encoding="utf-8")
    os.replace(beside, path)


if __name__ == "__main__":
    count_into(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
