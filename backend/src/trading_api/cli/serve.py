"""`trading-pro serve`: the API and, where it is built, the user interface."""

import argparse
import functools
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trading_api.settings import Settings, load_settings

from . import running_server
from .data_dir import make_data_dir
from .listener import bind, url_of
from .log_format import log_to_stderr
from .memory import share_arenas

if TYPE_CHECKING:
    from fastapi import FastAPI

# What a tape was recorded of, and stands for.
RECORDED = ("datafeed", "broker")

FLAGS = (
    "data_dir", "host", "port", "reuse_port", "modules", "feed", "replay_file", "replay_speed",
    "replay_from_start", "replay_skip_s", "symbol", "allow_unauthenticated", "log_format",
    "log_level",
)  # fmt: skip


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Register the command; its flags are named as the settings that they set."""
    parser = commands.add_parser(
        "serve", parents=[common], help="serve the API and the user interface"
    )
    parser.add_argument("--host", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", help="port to listen on, 0 for a free one (8000)")
    parser.add_argument(
        "--reuse-port",
        action="store_true",
        default=None,
        help="listen beside the server that this one replaces; both need it",
    )
    parser.add_argument("--modules", metavar="NAMES", help="comma-separated (all of ours)")
    parser.add_argument(
        "--feed",
        metavar="NAMES",
        action="append",
        help="sources of market data: simulated, replay, installed ones, a tape:FILE; with commas",
    )
    parser.add_argument("--replay-file", metavar="FILE", help="CSV of bars or ticks to replay")
    parser.add_argument("--replay-speed", metavar="X", help="1 is the speed it happened (1)")
    parser.add_argument(
        "--replay-from-start",
        action="store_true",
        default=None,
        help="begin the file anew, with new accounts; those of last time are kept aside",
    )
    parser.add_argument(
        "--replay-skip-s", metavar="N", help="seconds of a tape that are over when it begins (0)"
    )
    parser.add_argument("--symbol", help="symbol of a file without a symbol column, or to select")
    parser.add_argument(
        "--allow-unauthenticated",
        action="store_true",
        default=None,
        help="allow an address that others can reach, although nobody signs in",
    )
    parser.add_argument("--log-format", metavar="text|json", help="form of log lines (text)")
    parser.add_argument("--log-level", metavar="LEVEL", help="debug, info, warning, error (info)")
    parser.add_argument("--reload", action="store_true", help="start again when a source changes")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    flags = {name: getattr(arguments, name) for name in FLAGS}
    if flags["feed"]:
        flags["feed"] = ",".join(flags["feed"])
    settings = load_settings(**flags)
    _prepare(settings)
    listener = bind(settings)
    if arguments.reload:
        from .reload import serve_with_reload

        serve_with_reload(functools.partial(serve, settings), listener)
    else:
        serve(settings, [listener])
    return 0


def serve(settings: Settings, sockets: list[socket.socket] | None) -> None:
    """Serve on the one given socket until asked to end; runs in a child under --reload."""
    from trading_api.app_factory import create_app

    from .http_server import run_server

    share_arenas()
    log_to_stderr(settings.log_format, settings.log_level)
    [listener] = sockets or []
    if settings.tape is None:
        app = create_app(settings.module_names, settings=settings)
    else:
        app = _tape_app(settings, settings.tape)
    try:
        on_listening = functools.partial(_announce, settings, url_of(listener))
        run_server(app, listener, settings, on_listening, shares_port=settings.reuse_port)
    finally:
        running_server.withdraw(settings.data_dir)


def _tape_app(settings: Settings, tape: Path) -> "FastAPI":
    from trading_api.app_factory import create_app
    from trading_api.module_sources import load_modules
    from trading_api.recording.tape_module import TapeModule

    plain = settings.model_copy(update={"feed": "simulated"})
    recorded = load_modules(RECORDED, plain)
    start_ms = int(settings.replay_skip_s * 1000)
    played = TapeModule(tape, recorded, speed=settings.replay_speed, start_ms=start_ms)
    return create_app(["operations"], modules=[played], settings=plain)


def _prepare(settings: Settings) -> None:
    make_data_dir(settings.data_dir)
    if settings.reuse_port:
        # Two at a time is what it is for.
        return
    other = running_server.find(settings.data_dir)
    if other is not None and other.alive:
        print(
            f"trading-pro: warning: {other.url} (pid {other.pid}) serves from the same "
            f"data directory; give this one its own with --data-dir",
            file=sys.stderr,
        )


def _announce(settings: Settings, url: str) -> None:
    running_server.announce(settings.data_dir, url)
    print(f"Trading Pro is on {url} (Ctrl-C ends it)", flush=True)
