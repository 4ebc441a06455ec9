"""Kills imports at random moments, and looks at what a reader and the next import find."""

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

TABLES = ("instruments", "bars", "folded_bars", "folded_series")
FILES = ("one.csv", "turns.csv", "newest-first.csv", "one.parquet")
KILLED = -9


def kill(folder: Path, times: int, seed: int) -> None:
    """Kill each file's import so often, each time at another moment, and then let it end.

    Raises:
        SystemExit: something was lost, half of an import was readable, or space was not given back.
    """
    chance = random.Random(seed)
    for name in FILES:
        expected, lasted = _uninterrupted(folder, name)
        found = Counter(
            _kill_once(folder, name, expected, chance.random() * lasted) for _ in range(times)
        )
        print(f"{name}: {times} kills within {lasted:.1f} s: {dict(found)}; each repeated: equal")


def _uninterrupted(folder: Path, name: str) -> tuple[str, float]:
    """Return what the store then holds, and how long it took from the first step on."""
    store = _empty(folder)
    with _begun(folder, name, store) as child:
        began = time.perf_counter()
        child.communicate()
    return _digest(store), time.perf_counter() - began


def _begun(folder: Path, name: str, store: Path) -> "subprocess.Popen[str]":
    """Start an import, and return when it has told its first step."""
    temporary = folder / "temporary"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    child = subprocess.Popen(
        _command(folder, name, store),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)},
    )
    if child.stderr is not None:
        child.stderr.readline()
    return child


def _kill_once(folder: Path, name: str, expected: str, after_s: float) -> str:
    """Return what the kill met: how far the import had told that it was."""
    store = _empty(folder)
    with _begun(folder, name, store) as child:
        try:
            child.wait(after_s)
        except subprocess.TimeoutExpired:
            child.kill()
        told = child.stderr.read().split("\n") if child.stderr else []
    steps = [line for line in told if line and not line.startswith(" ")]
    _look(store, expected, folder / "temporary")
    subprocess.run(_command(folder, name, store), check=True, capture_output=True)
    _expect(_digest(store) == expected, "the repeated import differs")
    left = sorted(path.name for path in store.iterdir())
    _expect(left == ["bars.sqlite3"], f"after the repeated import there is {left}")
    return (
        "ended before"
        if child.returncode != KILLED
        else (steps or ["looking through the file"])[-1]
    )


def _look(store: Path, expected: str, temporary: Path) -> None:
    left = list(temporary.iterdir())
    _expect(not left, f"temporary files were left: {left}")
    if not (store / "bars.sqlite3").exists():
        return
    with closing(sqlite3.connect(store / "bars.sqlite3")) as reader:
        known = {name for (name,) in reader.execute("SELECT name FROM sqlite_master")}
        counts = [
            reader.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in TABLES
            if table in known
        ]
    _expect(not any(counts) or _digest(store) == expected, f"half an import is readable: {counts}")


def _digest(store: Path) -> str:
    digest = hashlib.sha256()
    with closing(sqlite3.connect(store / "bars.sqlite3")) as reader:
        for table in TABLES:
            for row in reader.execute(f"SELECT * FROM {table}"):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def _command(folder: Path, name: str, store: Path) -> list[str]:
    file, data = str(folder / name), str(store)
    return [sys.executable, "-m", "trading_api", "import", file, "--data-dir", data]


def _empty(folder: Path) -> Path:
    store = folder / "store"
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir()
    return store


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SystemExit(f"FAILED: {otherwise}")
