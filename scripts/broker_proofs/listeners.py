"""A listener on the lossless streams that comes back with its position after each cut."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, WebSocketException

from .killed_server import KilledServer

ROUTES = ("orders", "executions", "positions", "account")
RETRY_AFTER_S = 0.02


@dataclass
class Heard:
    """What a listener heard on one route."""

    epoch: str | None = None
    began: int = 0
    """The position with which it began."""
    position: int = 0
    updates: list[tuple[int, int, Any]] = field(default_factory=list)
    """Number, step and payload of each, in the order in which they came."""
    faults: list[str] = field(default_factory=list)


class Listener:
    """Listens from `run` on until it is cancelled."""

    def __init__(self, server: KilledServer, account_id: str) -> None:
        self.connections = 0
        self.heard = {route: Heard() for route in ROUTES}
        self._server = server
        self._account_id = account_id
        self._changed = asyncio.Event()

    async def run(self) -> None:
        while True:
            await self._server.up.wait()
            try:
                async with connect(
                    self._server.ws_url, proxy=None, compression=None, close_timeout=0.1
                ) as socket:
                    await self._listen(socket)
            except (OSError, TimeoutError, WebSocketException, InvalidHandshake):
                await asyncio.sleep(RETRY_AFTER_S)

    async def reaches(self, tops: dict[str, int]) -> None:
        """Wait until each route has come to its top."""
        while any(self.heard[route].position < top for route, top in tops.items()):
            self._changed.clear()
            await self._changed.wait()

    async def _listen(self, socket: ClientConnection) -> None:
        await socket.send(json.dumps([self._request(route) for route in ROUTES]))
        self.connections += 1
        async for text in socket:
            frame = json.loads(text)
            route, _, kind = frame["type"].rpartition(".")
            if kind == "response":
                self._answer(self.heard[route.removesuffix(".subscribe")], frame["payload"])
            elif kind == "update" and not frame["payload"].get("snapshot"):
                self._update(self.heard[route], frame["payload"])
            self._changed.set()

    def _request(self, route: str) -> dict[str, Any]:
        heard = self.heard[route]
        request = {"type": f"{route}.subscribe", "payload": {"accountId": self._account_id}}
        if heard.epoch is None:
            return request
        return {**request, "recover": {"epoch": heard.epoch, "seq": heard.position}}

    def _answer(self, heard: Heard, payload: dict[str, Any]) -> None:
        if payload["status"] != "ok":
            # The ledger is being opened: this connection is of no use yet.
            raise OSError(payload.get("code", "refused"))
        if heard.epoch is None:
            heard.epoch, heard.position = payload["epoch"], payload["seq"]
            heard.began = heard.position
        elif not payload.get("recovered") or payload["seq"] != heard.position:
            heard.faults.append(f"came back at {heard.position}, was answered {payload}")
            heard.position = payload["seq"]

    def _update(self, heard: Heard, payload: dict[str, Any]) -> None:
        heard.updates.append((payload["seq"], payload["step"], payload["payload"]))
        heard.position = payload["seq"]
