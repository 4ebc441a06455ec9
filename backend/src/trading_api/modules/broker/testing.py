"""What tests and benchmarks of the broker give it: a market that they move, and the real app."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from trading_api.settings import Settings
from trading_api.shared.market import Market, TradedInstrument, TradingHours
from trading_api.shared.price_feed import PriceFeed, Tick
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from . import BrokerModule
from .engine.testing import OPENED, AlwaysOpen
from .ledger.testing import ScriptedFeed

CreateApp = Callable[..., FastAPI]
"""The app factory: a module may not know it."""
BASE = "/api/v1/broker"
MARKET, LIMIT, STOP = 2, 1, 3
BUY, SELL = 1, -1


class NeverOpen:
    """Hours of a market that is closed for a day at least."""

    def is_open(self, time_ms: int) -> bool:
        return False

    def day_end(self, time_ms: int) -> int:
        return time_ms + 86_400_000


def instrument(
    symbol: str,
    hours: TradingHours | None = None,
    currency: str = "USD",
    scale: tuple[int, int, int] = (100, 1, 0),
) -> TradedInstrument:
    """Return an instrument; `scale` is its price scale, its tick and the decimals of a quantity."""
    price_scale, min_move, qty_precision = scale
    return TradedInstrument(
        symbol=symbol,
        description=symbol,
        type="stock",
        currency=currency,
        price_scale=price_scale,
        min_move=min_move,
        qty_precision=qty_precision,
        hours=hours or AlwaysOpen(),
    )


INSTRUMENTS = (
    instrument("ACME"),
    instrument("COIN/USD", scale=(100, 5, 4)),
    instrument("EURO", currency="EUR"),
    instrument("SHUT", hours=NeverOpen()),
)


class FakeMarket:
    """A market whose prices and time stand until they are told; see `Market`."""

    def __init__(self, instruments: Iterable[TradedInstrument] = INSTRUMENTS) -> None:
        self.script = ScriptedFeed()
        self.past: set[str] = set()
        self._instruments = {each.symbol: each for each in instruments}
        for symbol in self._instruments:
            self.quote(symbol, 15_000, 15_001)

    @property
    def feed(self) -> PriceFeed:
        return self.script

    def instrument(self, symbol: str) -> TradedInstrument | None:
        return self._instruments.get(symbol)

    def find(self, symbol: str) -> TradedInstrument | None:
        return self.instrument(symbol.rpartition(":")[2].upper())

    def has_history_of(self, symbol: str) -> bool:
        return symbol in self.past

    def instruments(self) -> Sequence[TradedInstrument]:
        return list(self._instruments.values())

    def quote(self, symbol: str, bid: int, ask: int, size: int = 1_000_000) -> None:
        """Let a millisecond pass, and quote a symbol at its end; prices in its units."""
        at = self.script.now + 1
        self.script.add(Tick(symbol, at, at, bid, ask, None, size, size, None))

    def pass_time(self, milliseconds: int) -> None:
        """Let time pass without any price."""
        self.script.now += milliseconds


class MarketStub:
    """A module that has a market and serves nothing."""

    name = "market"
    service = None

    def __init__(self, market: Market) -> None:
        self.market = market

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return []

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass


class PaperTrading:
    """The real app over a fake market, with shorthands for what a client does."""

    def __init__(self, client: TestClient, market: FakeMarket, module: BrokerModule) -> None:
        self.client = client
        self.market = market
        self.module = module

    def call(self, method: str, path: str, **options: Any) -> Any:
        """Return the answer of a broker's route."""
        if method in ("POST", "PUT") and "content" not in options:
            options.setdefault("json", {})
        headers = {"Content-Type": "application/json", **options.pop("headers", {})}
        return self.client.request(method, f"{BASE}{path}", headers=headers, **options)

    def done(self, method: str, path: str, **options: Any) -> Any:
        """Return the body of a route that must succeed."""
        reply = self.call(method, path, **options)
        assert reply.status_code == 200, reply.text
        return reply.json()

    def refused(self, method: str, path: str, **options: Any) -> tuple[int, str]:
        """Return status and code of a refusal."""
        reply = self.call(method, path, **options)
        return reply.status_code, reply.json().get("code", "")

    def place(self, **members: Any) -> Any:
        """Place an order: a market order to buy 10 ACME, but for `members`."""
        return self.done("POST", "/orders", json=order(**members))

    def step(self, account_id: str = "demo") -> int:
        """Return the account's last step."""
        reply = self.call("GET", "/account", params={"accountId": account_id})
        return int(reply.headers["Ledger-Step"])

    @contextmanager
    def listening(self, *routes: str, account_id: str = "demo", **recover: Any) -> Iterator[Any]:
        """Yield a socket that listens to these routes, what they hold already received."""
        with self.client.websocket_connect("/api/v1/ws") as socket:
            for route in routes:
                subscribe(socket, route, account_id, **recover)
            yield socket


def order(**members: Any) -> dict[str, Any]:
    """Return a market order to buy 10 ACME, but for `members`."""
    return {"symbol": "ACME", "type": MARKET, "side": BUY, "qty": 10, **members}


def limit(price: float, **members: Any) -> dict[str, Any]:
    """Return a limit order to buy 10 ACME, but for `members`."""
    return order(type=LIMIT, limitPrice=price, **members)


def subscribe(
    socket: Any, route: str, account_id: str = "demo", **recover: Any
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Subscribe; return the response's payload and the parts of the state."""
    frame = {"type": f"{route}.subscribe", "payload": {"accountId": account_id}, **recover}
    socket.send_json(frame)
    while (answer := socket.receive_json())["type"] != f"{route}.subscribe.response":
        pass
    payload = answer["payload"]
    parts = [socket.receive_json()["payload"]["payload"] for _ in range(payload.get("snapshot", 0))]
    return payload, parts


def updates(socket: Any, count: int) -> list[dict[str, Any]]:
    """Return the next `count` updates, of whichever route: `route` beside what they carry."""
    found: list[dict[str, Any]] = []
    while len(found) < count:
        frame = socket.receive_json()
        route, _, kind = frame["type"].rpartition(".")
        if kind == "update":
            found.append({"route": route, **frame["payload"]})
    return found


def until(socket: Any, wanted: Any) -> dict[str, Any]:
    """Return the first update that `wanted` takes; it is told each update in turn."""
    while True:
        [update] = updates(socket, 1)
        if wanted(update):
            return update


@contextmanager
def paper_trading(
    create_app: CreateApp,
    data_dir: Path,
    market: FakeMarket | None = None,
    settings: Settings | None = None,
) -> Iterator[PaperTrading]:
    """Run the app of the factory, its ledger a file below `data_dir`; yield when it trades."""
    market = market or FakeMarket()
    settings = settings or Settings(data_dir=data_dir, linger_s=0)
    module = BrokerModule(settings)
    app = create_app([], modules=[module, MarketStub(market)], settings=settings)
    with TestClient(app) as client:
        yield PaperTrading(client, market, module)


__all__ = [
    "BASE",
    "BUY",
    "INSTRUMENTS",
    "LIMIT",
    "MARKET",
    "OPENED",
    "SELL",
    "STOP",
    "FakeMarket",
    "MarketStub",
    "PaperTrading",
    "instrument",
    "limit",
    "order",
    "paper_trading",
    "subscribe",
    "until",
    "updates",
]
