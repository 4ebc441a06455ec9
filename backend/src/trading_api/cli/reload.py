"""`serve --reload`: a child process that starts again when a Python source changes."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from uvicorn.supervisors import ChangeReload

SOURCES = Path(__file__).resolve().parents[1]


def serve_with_reload(
    serve: Callable[[list[socket.socket] | None], None], listener: socket.socket
) -> None:
    """Run `serve` in a child that inherits `listener`, so that no client is refused meanwhile."""
    config = uvicorn.Config(
        "trading_api.main:app", reload=True, reload_dirs=[str(SOURCES)], log_config=None
    )
    ChangeReload(config, target=serve, sockets=[listener]).run()
