"""The servers of the race: the product over a market that stands, and an empty FastAPI route."""

import argparse
import logging
import threading
import time
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from trading_api.app_factory import create_app
from trading_api.cli.http_server import run_server
from trading_api.cli.listener import bind, url_of
from trading_api.modules.broker import BrokerModule
from trading_api.modules.broker.ledger.testing import ScriptedFeed
from trading_api.modules.broker.testing import FakeMarket, MarketStub
from trading_api.settings import Settings
from trading_api.shared.module_interface import Module

# Well below the minute after which a price executes nothing.
QUOTE_EVERY_S = 5.0


class RunningFeed(ScriptedFeed):
    """A scripted feed whose time is the wall's."""

    def now_ms(self) -> int:
        self.now = max(self.now, time.time_ns() // 1_000_000)
        return self.now


class RunningMarket(FakeMarket):
    """One price that never moves, quoted again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.script = RunningFeed(self.script.ticks)
        self._quote()

    def _quote(self) -> None:
        self.script.now_ms()
        self.quote("ACME", 15_000, 15_001, size=10**12)
        again = threading.Timer(QUOTE_EVERY_S, self._quote)
        again.daemon = True
        again.start()


def main() -> None:
    """Serve until asked to end; the first line says where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("product", "empty"))
    parser.add_argument("--data-dir", type=Path, required=True)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    settings = Settings(data_dir=arguments.data_dir, port=0)
    app = _product(settings) if arguments.kind == "product" else _empty()
    listener = bind(settings)
    run_server(app, listener, settings, lambda: print(url_of(listener), flush=True))


def _product(settings: Settings) -> FastAPI:
    modules: list[Module] = [MarketStub(RunningMarket()), BrokerModule(settings)]
    return create_app([], modules=modules, settings=settings)


def _empty() -> FastAPI:
    app = FastAPI()

    async def empty() -> dict[str, Any]:
        return {}

    app.add_api_route("/api/v1/broker/orders", empty, methods=["POST"])
    return app


if __name__ == "__main__":
    main()
