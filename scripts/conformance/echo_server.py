"""An echo application behind the product's own server: its protocol class, limits and settings.

Run as `python -m conformance.echo_server`; its first line is its address.
"""

import functools
import socket
from typing import Any, cast

from fastapi import FastAPI

from trading_api.cli.http_server import run_server
from trading_api.shared.ws.limits import Limits


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Send each message back as what it was, text or binary."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            await send({**message, "type": "websocket.send"})


async def _live(receive: Any, send: Any) -> None:
    for stage in ("startup", "shutdown"):
        await receive()
        await send({"type": f"lifespan.{stage}.complete"})


def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    address = f"127.0.0.1:{listener.getsockname()[1]}"
    # What is served has no routes to look at: it is an ASGI application, whatever made it.
    app = cast(FastAPI, echo)
    run_server(app, listener, Limits(), functools.partial(print, address, flush=True))


if __name__ == "__main__":
    main()
