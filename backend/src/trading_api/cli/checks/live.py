"""Does the running server stream: found through the data directory, asked as a client would."""

import json
import time
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from trading_api.cli import running_server
from trading_api.shared.diagnostics import Check, Finding, failed, not_checked, ok
from trading_api.shared.ws.topics import canonical

UPDATES = "No updates received"
DROPS = "Connection drops"
PARAMS = {"symbol": "AAPL", "resolution": "1"}
TOPIC = f"bars:{canonical(PARAMS)}"
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

    def checks(self) -> list[Check]:
        """Return the checks, in the order in which they must run."""
        return [
            Check(UPDATES, "a server runs", self._reachable),
            Check(UPDATES, "its health", self._needs_server(self._health)),
            Check(UPDATES, "subscription confirmed", self._needs_server(self._subscription)),
            Check(UPDATES, "updates of bars AAPL", self._needs_server(self._updates)),
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
        return ok(counts)

    def _subscription(self) -> Finding:
        opening = connect(self._ws_url, open_timeout=ANSWER_LIMIT_S, proxy=None)
        self._socket = self._resources.enter_context(opening)
        self._send({"type": "bars.subscribe", "payload": PARAMS})
        answer = self._receive("bars.subscribe.response", ANSWER_LIMIT_S)["payload"]
        if answer["status"] != "ok":
            return failed(f"{answer['code']}: {answer['message']}", "read the error's code")
        if answer["topic"] != TOPIC:
            return failed(f"expected topic {TOPIC}, got {answer['topic']}", "make generate")
        self._subscribed = True
        return ok(str(answer["topic"]))

    def _updates(self) -> Finding:
        if not self._subscribed:
            return not_checked("there is no subscription", "mend the line above first")
        began = time.monotonic()
        try:
            while self._receive("bars.update", UPDATE_LIMIT_S)["payload"].get("snapshot"):
                continue
        except TimeoutError:
            return failed(
                f"none within {UPDATE_LIMIT_S:.0f} s",
                "see that create_topic publishes through topic_update",
            )
        return ok(f"the first after {(time.monotonic() - began) * 1000:.0f} ms")

    def _heartbeat(self) -> Finding:
        if self._socket is None:
            return not_checked("there is no connection", "mend the line above first")
        began = time.monotonic()
        self._send({"type": "ping", "payload": {}})
        contract = self._receive("pong", ANSWER_LIMIT_S)["payload"]["contract"]
        took_ms = (time.monotonic() - began) * 1000
        return ok(f"pong after {took_ms:.0f} ms, contract version {contract}")

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


def _get(url: str) -> Frame:
    # A proxy that the environment names is for the world, not for this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=ANSWER_LIMIT_S) as response:
        answer: Frame = json.load(response)
    return answer
