"""Does the running server stream: found through the data directory, asked as a client would."""

import json
import time
import urllib.error
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from trading_api.cli import running_server
from trading_api.shared.diagnostics import Check, Finding, failed, not_checked, ok
from trading_api.shared.local_http import LOCAL
from trading_api.shared.ws.topics import canonical

from .accounts import accounts_finding

UPDATES = "No updates received"
DROPS = "Connection drops"
USUAL_SYMBOL = "AAPL"
ANSWER_LIMIT_S = 5.0
# What a user is promised: the first update within two seconds.
UPDATE_LIMIT_S = 2.0
START = "start one with `trading-pro serve`"
READ_LOG = "look at the server's log"

Frame = dict[str, Any]


class Refused(Exception):
    """The server answered a frame with an error."""


class ServerProbe:
    """One client of the running server; later checks stand on what earlier ones opened."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._resources = ExitStack()
        self._url: str | None = None
        self._socket: ClientConnection | None = None
        self._subscribed = False
        self._symbol = USUAL_SYMBOL
        self._replay = ""

    def checks(self) -> list[Check]:
        """Return the checks, in the order in which they must run."""
        return [
            Check(UPDATES, "a server runs", self._reachable),
            Check(UPDATES, "its health", self._needs_server(self._health)),
            Check(UPDATES, "its accounts", self._needs_server(self._accounts)),
            Check(UPDATES, "subscription confirmed", self._needs_server(self._subscription)),
            Check(UPDATES, "updates of bars", self._needs_server(self._updates)),
            Check(DROPS, "heartbeat", self._needs_server(self._heartbeat)),
        ]

    def close(self) -> None:
        self._resources.close()

    def _needs_server(self, examine: Callable[[], Finding]) -> Callable[[], Finding]:
        def guarded() -> Finding:
            if self._url is None:
                return not_checked("no server to ask", START)
            try:
                return examine()
            except Refused as refused:
                return failed(str(refused), "see that the datafeed module is enabled")
            except TimeoutError:
                return failed(f"no answer within {ANSWER_LIMIT_S:.0f} s", READ_LOG)
            except (OSError, WebSocketException, ValueError) as trouble:
                return failed(f"{type(trouble).__name__}: {trouble}", READ_LOG)

        return guarded

    def _reachable(self) -> Finding:
        note = running_server.find(self._data_dir)
        if note is None:
            return not_checked(f"none has left its address in {self._data_dir}", START)
        if not note.alive:
            return not_checked(f"the one of {note.started} has ended (pid {note.pid})", START)
        self._url = note.url
        return ok(f"{note.url} (pid {note.pid}, since {note.started})")

    def _health(self) -> Finding:
        health = _get(f"{self._url}/api/v1/health")
        if health.get("status") != "ok":
            return failed(f"it says {health.get('status')!r}", READ_LOG)
        counts = ", ".join(f"{count} {name}" for name, count in health["ws"].items())
        self._look_at(health.get("broker") or {})
        return ok(counts)

    def _accounts(self) -> Finding:
        return accounts_finding(_get(f"{self._url}/api/v1/health").get("broker"))

    def _look_at(self, broker: Frame) -> None:
        """Learn what is served: a replay has its own symbols, and begins with a listener."""
        if str(broker.get("ledger")).startswith("broker-replay-"):
            self._replay = str(broker["reason"]) or "it plays"

    def _subscription(self) -> Finding:
        if "has not begun" in self._replay:
            return not_checked(self._replay, "open the page, or place an order")
        self._symbol = self._served_symbol()
        params = {"symbol": self._symbol, "resolution": "1"}
        topic = f"bars:{canonical(params)}"
        opening = connect(self._ws_url, open_timeout=ANSWER_LIMIT_S, proxy=None)
        self._socket = self._resources.enter_context(opening)
        self._send({"type": "bars.subscribe", "payload": params})
        answer = self._receive("bars.subscribe.response", ANSWER_LIMIT_S)["payload"]
        if answer["status"] != "ok":
            return failed(f"{answer['code']}: {answer['message']}", "read the error's code")
        if answer["topic"] != topic:
            return failed(f"expected topic {topic}, got {answer['topic']}", "make generate")
        self._subscribed = True
        return ok(str(answer["topic"]))

    def _updates(self) -> Finding:
        if not self._subscribed:
            return not_checked("there is no subscription", "see the line above first")
        began = time.monotonic()
        try:
            while self._receive("bars.update", UPDATE_LIMIT_S)["payload"].get("snapshot"):
                continue
        except TimeoutError:
            if self._replay:
                return not_checked(f"none within {UPDATE_LIMIT_S:.0f} s of a replay", self._replay)
            return failed(
                f"none within {UPDATE_LIMIT_S:.0f} s",
                "see that create_topic publishes through topic_update",
            )
        took_ms = (time.monotonic() - began) * 1000
        return ok(f"{self._symbol}: the first after {took_ms:.0f} ms")

    def _heartbeat(self) -> Finding:
        if self._socket is None:
            return not_checked("there is no connection", "see the lines above first")
        began = time.monotonic()
        self._send({"type": "ping", "payload": {}})
        contract = self._receive("pong", ANSWER_LIMIT_S)["payload"]["contract"]
        took_ms = (time.monotonic() - began) * 1000
        return ok(f"pong after {took_ms:.0f} ms, contract version {contract}")

    def _served_symbol(self) -> str:
        """Return the usual symbol, or the first one where this server has others."""
        try:
            found = _get(f"{self._url}/api/v1/datafeed/search")
        except urllib.error.HTTPError:
            return USUAL_SYMBOL
        served = [one["symbol"] for one in found]
        return USUAL_SYMBOL if USUAL_SYMBOL in served or not served else str(served[0])

    @property
    def _ws_url(self) -> str:
        return f"{self._url}/api/v1/ws".replace("http", "ws", 1)

    def _send(self, frame: Frame) -> None:
        assert self._socket is not None
        self._socket.send(json.dumps(frame))

    def _receive(self, kind: str, limit_s: float) -> Frame:
        """Return the next frame of this kind, passing over others; TimeoutError without one."""
        assert self._socket is not None
        deadline = time.monotonic() + limit_s
        while True:
            text = self._socket.recv(timeout=max(0.0, deadline - time.monotonic()))
            frame: Frame = json.loads(text)
            if frame["type"] == kind:
                return frame
            if frame["type"] == "error":
                error = frame["payload"]
                raise Refused(f"{error['code']}: {error['message']}")


def _get(url: str) -> Any:
    with LOCAL.open(url, timeout=ANSWER_LIMIT_S) as response:
        return json.load(response)
