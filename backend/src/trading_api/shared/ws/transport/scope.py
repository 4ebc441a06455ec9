"""The ASGI scope of a WebSocket: what the app is told of its handshake."""

import asyncio
from typing import Any
from urllib.parse import unquote

from .frame_sink import EXTENSION, FrameSink
from .handshake import Handshake


def websocket_scope(
    handshake: Handshake,
    transport: asyncio.Transport,
    config: Any,
    app_state: dict[str, Any],
    sink: FrameSink,
) -> dict[str, Any]:
    """Return the scope; `config` is uvicorn's, `app_state` what the lifespan left."""
    path, _, query = handshake.target.partition(b"?")
    root: str = config.root_path
    is_encrypted = transport.get_extra_info("sslcontext") is not None
    return {
        "type": "websocket",
        "asgi": {"version": config.asgi_version, "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "wss" if is_encrypted else "ws",
        "server": _address(transport.get_extra_info("sockname")),
        "client": _address(transport.get_extra_info("peername")),
        "root_path": root,
        "path": root + unquote(path.decode("latin-1")),
        "raw_path": root.encode() + path,
        "query_string": query,
        "headers": handshake.headers,
        "subprotocols": handshake.subprotocols,
        "state": app_state.copy(),
        "extensions": {"websocket.http.response": {}, EXTENSION: sink},
    }


def _address(name: Any) -> tuple[str, int] | None:
    """Return host and port; a Unix socket has neither."""
    return (str(name[0]), int(name[1])) if isinstance(name, tuple | list) else None
