"""A server that is killed under load, again and again, seen from its clients."""

import asyncio
import json
import logging
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from random import Random
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

logger = logging.getLogger(__name__)
KILLS = int(os.environ.get("TP_TEST_KILLS", "3"))
CLIENTS = 4
ROUTES = ("orders", "executions", "positions", "account")
HEADERS = "Host: 127.0.0.1\r\nContent-Type: application/json\r\n"


class Heard:
    """What a listener got of one route."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self._more = asyncio.Event()

    def add(self, update: dict[str, Any]) -> None:
        self.updates.append(update)
        self._more.set()

    async def reached(self, top: int) -> None:
        """Return when the update of this number is there."""
        while not self.updates or self.updates[-1]["seq"] < top:
            self._more.clear()
            await self._more.wait()


class Served:
    """The product on one data directory, killed and started again; `port` is where it is now."""

    def __init__(self, data_dir: Path) -> None:
        self.port = 0
        self.up = asyncio.Event()
        self._data_dir = data_dir
        self._process: Process | None = None

    async def start(self) -> None:
        command = ["-m", "trading_api", "serve", "--port", "0", "--data-dir", str(self._data_dir)]
        self._process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=PIPE)
        assert self._process.stdout is not None
        line = (await self._process.stdout.readline()).decode()
        address = re.search(r":(\d+) ", line)
        assert address is not None, line
        self.port = int(address.group(1))
        self.up.set()

    async def kill(self) -> None:
        self.up.clear()
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()

    async def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any, str]:
        """Return status, body and head of an answer; one connection a request."""
        sent = b"" if body is None else json.dumps(body).encode()
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = f"{method} /api/v1/broker{path} HTTP/1.1\r\n{HEADERS}Connection: close\r\n"
        writer.write(f"{head}Content-Length: {len(sent)}\r\n\r\n".encode() + sent)
        answer = (await reader.read()).decode()
        writer.close()
        status, _, text = answer.partition("\r\n\r\n")
        return int(status.split()[1]), json.loads(text), status


async def trade(served: Served, name: str, done: asyncio.Event) -> dict[str, str]:
    """Place orders, each until it is acknowledged; return their ids by the client's names."""
    acknowledged: dict[str, str] = {}
    number = 0
    while not done.is_set():
        key = f"{name}-{number}"
        body = {"symbol": "BTC/USD", "type": 2, "side": 1 if number % 2 else -1, "qty": "0.0001"}
        try:
            await served.up.wait()
            status, answer, _ = await served.ask("POST", "/orders", {**body, "clientOrderId": key})
        except (OSError, ValueError, IndexError):
            continue
        if status == 200:
            acknowledged[key] = answer["orderId"]
            number += 1
    return acknowledged


async def listen(served: Served, route: str, heard: Heard) -> None:
    """Hear a route from its beginning, coming back after each kill from where it was."""
    place = {"epoch": "", "seq": 0}
    while True:
        await served.up.wait()
        try:
            async with connect(f"ws://127.0.0.1:{served.port}/api/v1/ws", proxy=None) as socket:
                frame = {"type": f"{route}.subscribe", "payload": {"accountId": "demo"}}
                await socket.send(json.dumps({**frame, "recover": place}))
                answer = json.loads(await socket.recv())["payload"]
                if answer["status"] == "ok" and not answer["recovered"]:
                    place = {"epoch": answer["epoch"], "seq": 0}
                    continue
                while answer["status"] == "ok":
                    update = json.loads(await socket.recv())["payload"]
                    heard.add(update)
                    place["seq"] = update["seq"]
        except (OSError, EOFError, WebSocketException):
            await asyncio.sleep(0)


async def caught_up(served: Served, heard: dict[str, Heard]) -> None:
    """Return when each listener has heard the last update that the lists know of."""
    paths = {"orders": "/orders", "positions": "/positions", "account": "/account"}
    for route, path in {**paths, "executions": "/executions/BTC/USD"}.items():
        _, _, head = await served.ask("GET", path)
        top = int(head.lower().partition("stream-seq: ")[2].split()[0])
        await heard[route].reached(top)


@pytest.mark.timeout(60 + 20 * KILLS)
async def test_R2_nothing_that_was_acknowledged_is_lost_by_kills(tmp_path: Path) -> None:
    served, done, chance = Served(tmp_path), asyncio.Event(), Random(7)
    heard = {route: Heard() for route in ROUTES}
    await served.start()
    listeners = [asyncio.create_task(listen(served, route, heard[route])) for route in ROUTES]
    traders = [asyncio.create_task(trade(served, f"t{n}", done)) for n in range(CLIENTS)]
    for _ in range(KILLS):
        await asyncio.sleep(0.2 + chance.random())
        await served.kill()
        await served.start()
    done.set()
    acknowledged = {
        key: value for each in await asyncio.gather(*traders) for key, value in each.items()
    }
    async with asyncio.timeout(60):
        await caught_up(served, heard)
    _, history, _ = await served.ask("GET", "/orders/history")
    await served.kill()
    for listener in listeners:
        listener.cancel()

    keys = [order["clientOrderId"] for order in history]
    assert acknowledged and len(keys) == len(set(keys)) and acknowledged.keys() <= set(keys)
    for route in ROUTES:
        numbers = [update["seq"] for update in heard[route].updates]
        assert numbers == list(range(1, len(numbers) + 1)), route
    found = (KILLS, len(acknowledged), len(heard["account"].updates))
    logger.info("%d kills, %d acknowledged, %d steps heard", *found)
