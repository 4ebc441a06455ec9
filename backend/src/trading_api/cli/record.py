"""`trading-pro record FILE`: what a running server streams and answers, to be played again."""

import argparse
import asyncio
import gzip
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trading_api.settings import load_settings
from trading_api.shared.counted import counted

from . import running_server
from .failure import CommandFailed

if TYPE_CHECKING:
    from trading_api.recording.recorder import Recorder

USUAL_SYMBOL = "AAPL"
TOLD_EVERY_S = 1.0


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "record",
        parents=[common],
        help="record what a running server streams, for `serve --feed tape:FILE`",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="a new file, usually NAME.tape")
    parser.add_argument(
        "--symbol", action="append", metavar="SYMBOL", help="may be repeated (AAPL)"
    )
    parser.add_argument("--seconds", type=float, metavar="N", help="end by itself (Ctrl-C ends)")
    parser.add_argument("--url", help="of the server (the one of the data directory)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Record until interrupted; the last line says what the tape holds."""
    from trading_api.recording.recorder import Recorder
    from trading_api.recording.tape_file import TapeWriter
    from trading_api.shared.clock import SystemClock

    named = arguments.url or _running(load_settings(data_dir=arguments.data_dir).data_dir)
    url = named.rstrip("/")
    clock = SystemClock()
    try:
        with gzip.open(arguments.file, "xt", encoding="utf-8") as file:
            recorder = Recorder(url, TapeWriter(file, clock), clock)
            fault = _recorded(recorder, arguments.symbol, arguments.seconds)
    except OSError as refused:
        raise CommandFailed(f"{refused}") from None
    if fault and not recorder.updates:
        arguments.file.unlink()
        raise CommandFailed(fault)
    print(f"\r{arguments.file}: {counted(recorder.updates, 'update')} of {url}")
    if fault:
        raise CommandFailed(fault)
    return 0


def _recorded(recorder: "Recorder", symbols: list[str] | None, seconds: float | None) -> str:
    """Record until interrupted, or so long; return why it ended before, empty if it did not."""
    from trading_api.recording.recorder import RecordingFailed

    try:
        return asyncio.run(_record(recorder, symbols, seconds))
    except KeyboardInterrupt:
        return ""
    except (RecordingFailed, OSError) as failed:
        return str(failed)


def _running(data_dir: Path) -> str:
    note = running_server.find(data_dir)
    if note is None or not note.alive:
        raise CommandFailed(f"no server runs on {data_dir}; start one, or name it with --url")
    return note.url


async def _record(recorder: "Recorder", symbols: list[str] | None, seconds: float | None) -> str:
    try:
        async with asyncio.timeout(seconds):
            if symbols is None:
                listed = await recorder.symbols()
                symbols = [USUAL_SYMBOL] if USUAL_SYMBOL in listed else listed[:1]
            await recorder.run(symbols, _teller())
    except TimeoutError:
        return ""
    return "the server left; the tape ends there"


def _teller() -> Any:
    """Return what shows the number of updates on a terminal, not more often than is seen."""
    told_s = 0.0

    def tell(updates: int) -> None:
        nonlocal told_s
        now_s = time.monotonic()
        if sys.stderr.isatty() and now_s - told_s >= TOLD_EVERY_S:
            told_s = now_s
            print(f"\rrecording: {updates:,} updates, Ctrl-C ends", end="", file=sys.stderr)

    return tell
