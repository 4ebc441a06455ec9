"""An echo application behind the product's own server: its protocol class, limits and settings.

Run as `python -m conformance.echo_server`; its first line is its address.
"""

import asyncio
import functools
import json
import os
import socket
from typing import Any, cast

from fastapi import FastAPI

from trading_api.cli.http_server import run_server
from trading_api.shared.ws.limits import Limits

# Where the system lists the open files of a process.
OPEN_FILES = "/proc/self/fd" if os.path.isdir("/proc/self/fd") else "/dev/fd"


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Send each message back as what it was; over HTTP, say what is held."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "http":
        await _tell(send)
    else:
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            try:
                await send({**message, "type": "websocket.send"})
            except OSError:
                # So says ASGI 2.4 that the client is gone.
                return


async def _live(receive: Any, send: Any) -> None:
    for stage in ("startup", "shutdown"):
        await receive()
        await send({"type": f"lifespan.{stage}.complete"})


async def _tell(send: Any) -> None:
    """Answer with what the process holds: nothing of it may stay when clients are gone."""
    held = {"tasks": len(asyncio.all_tasks()), "files": len(os.listdir(OPEN_FILES))}
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(held).encode()})


def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    address = f"127.0.0.1:{listener.getsockname()[1]}"
    # What is served has no routes to look at: it is an ASGI application, whatever made it.
    app = cast(FastAPI, echo)
    run_server(app, listener, Limits(), functools.partial(print, address, flush=True))


if __name__ == "__main__":
    main()
