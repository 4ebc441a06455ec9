"""Records a running server as one of its clients: what a page asks, and everything it hears."""

import asyncio
import json
import urllib.error
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.client import HTTPException
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from trading_api.recording.tape_file import TapeWriter
from trading_api.shared.clock import Clock
from trading_api.shared.local_http import LOCAL

ANSWER_LIMIT_S = 10.0
# What a chart shows before somebody scrolls, several times over.
BARS_A_PAGE = 500
FRAMES_A_MESSAGE = 500
LISTED = "/datafeed/search?limit=1000"
ACCOUNT_ROUTES = ("orders", "positions", "executions", "account", "equity", "connection")
ACCOUNT_LISTS = ("account", "orders", "positions", "orders/history", "risk")
SYMBOL_ROUTES = ("quotes", "trades", "depth", "market-status")


class RecordingFailed(Exception):
    """The server cannot be recorded; the message says what it answered."""


class _Served(NamedTuple):
    """What is recorded of a server: the resolutions of each symbol, and its accounts."""

    resolutions: Mapping[str, Sequence[str]]
    accounts: Sequence[str]


class Recorder:
    """One client of a server; what it is refused is on the tape like the rest."""

    def __init__(self, url: str, tape: TapeWriter, clock: Clock) -> None:
        self.updates = 0
        self._api = f"{url}/api/v1"
        self._tape = tape
        self._clock = clock

    async def run(self, symbols: Sequence[str], told: Callable[[int], None]) -> None:
        """Record these symbols and every account until cancelled.

        `told` hears the number of updates from time to time. Returns when the server leaves or
        the connection is cut: the tape is whole until then.

        Raises:
            RecordingFailed: the server is away, is none of ours, or does not know a symbol.
            OSError: the tape cannot be written.
        """
        socket_url = self._api.replace("http", "ws", 1) + "/ws"
        served = await self._served(symbols)
        requests = _requests(served)
        try:
            async with connect(socket_url, proxy=None, max_size=None) as socket:
                try:
                    for start in range(0, len(requests), FRAMES_A_MESSAGE):
                        await self._send(socket, requests[start : start + FRAMES_A_MESSAGE])
                    await self._hear_and_ask(socket, served, told)
                finally:
                    # Left by an interruption, the connection would end as by a fault, with 1011.
                    await socket.close()
        except (WebSocketException, TimeoutError) as refused:
            raise RecordingFailed(f"expected streams at {socket_url}, got {refused}") from None

    async def _hear_and_ask(
        self, socket: ClientConnection, served: _Served, told: Callable[[int], None]
    ) -> None:
        try:
            async with asyncio.TaskGroup() as both:
                asking = both.create_task(self._ask_pages(served))
                await self._hear(socket, told)
                asking.cancel()
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None

    async def symbols(self) -> list[str]:
        """Return the symbols that the server lists."""
        listed = await self._get(LISTED)
        if not isinstance(listed, list):
            raise RecordingFailed(f"expected a list of symbols, got {listed}")
        return [one["symbol"] for one in listed]

    async def _served(self, symbols: Sequence[str]) -> _Served:
        resolutions = {symbol: await self._resolutions(symbol) for symbol in symbols}
        return _Served(resolutions, await self._accounts())

    async def _ask_pages(self, served: _Served) -> None:
        """Ask what a page asks that opens now."""
        await self._get("/datafeed/config")
        await self._get(LISTED)
        for symbol, resolutions in served.resolutions.items():
            for query in self._pages(symbol, resolutions):
                await self._get(f"/datafeed/bars?{urlencode(query)}")
            for account in served.accounts:
                of_account = urlencode({"accountId": account})
                await self._get(f"/broker/executions/{quote(symbol, safe='')}?{of_account}")
        for account in served.accounts:
            for listed in ACCOUNT_LISTS:
                await self._get(f"/broker/{listed}?{urlencode({'accountId': account})}")

    def _pages(self, symbol: str, resolutions: Sequence[str]) -> Iterator[dict[str, Any]]:
        now = self._clock.now_ms()
        for name in resolutions:
            asked = {"symbol": symbol, "resolution": name, "from_time": 0, "to_time": now}
            yield {**asked, "count_back": BARS_A_PAGE}

    async def _resolutions(self, symbol: str) -> Sequence[str]:
        described = await self._get(f"/datafeed/resolve/{quote(symbol, safe='')}")
        if "supported_resolutions" not in described:
            raise RecordingFailed(f"{symbol}: {described.get('message', described)}")
        resolutions: Sequence[str] = described["supported_resolutions"]
        return resolutions

    async def _accounts(self) -> list[str]:
        accounts = await self._get("/broker/accounts")
        return [one["id"] for one in accounts] if isinstance(accounts, list) else []

    async def _send(self, socket: ClientConnection, frames: list[dict[str, Any]]) -> None:
        text = json.dumps(frames)
        self._tape.sent(text)
        await socket.send(text)

    async def _hear(self, socket: ClientConnection, told: Callable[[int], None]) -> None:
        try:
            async for message in socket:
                text = message if isinstance(message, str) else message.decode()
                self._tape.got(text)
                self.updates += ".update" in text[:60]
                told(self.updates)
        except ConnectionClosed:
            return

    async def _get(self, path: str) -> Any:
        url = self._api + path
        try:
            status, body = await asyncio.to_thread(_fetch, url)
            answer = json.loads(body)
        except (OSError, HTTPException, ValueError) as fault:
            raise RecordingFailed(f"expected JSON from {url}, got {fault}") from None
        self._tape.answered(path, status, body)
        return answer


def _requests(served: _Served) -> list[dict[str, Any]]:
    """Return a subscription to everything that streams of what is served."""
    wanted: list[tuple[str, dict[str, Any]]] = []
    for symbol, resolutions in served.resolutions.items():
        wanted += [("bars", {"symbol": symbol, "resolution": name}) for name in resolutions]
        wanted += [(route, {"symbol": symbol}) for route in SYMBOL_ROUTES]
    for account in served.accounts:
        wanted += [(route, {"accountId": account}) for route in ACCOUNT_ROUTES]
    return [
        {"type": f"{route}.subscribe", "id": number, "payload": payload}
        for number, (route, payload) in enumerate(wanted)
    ]


def _fetch(url: str) -> tuple[int, str]:
    try:
        with LOCAL.open(url, timeout=ANSWER_LIMIT_S) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()
