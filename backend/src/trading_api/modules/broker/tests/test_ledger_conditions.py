"""What clients are told while the ledger is not open, and after."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from trading_api.app_factory import create_app
from trading_api.modules.broker import BrokerModule
from trading_api.modules.broker.ledger.lock import LedgerLock
from trading_api.modules.broker.ledger.store.ledger_file import LedgerFile
from trading_api.modules.broker.ledger.testing import ManualClock
from trading_api.modules.broker.service import BrokerService
from trading_api.modules.broker.testing import (
    BASE,
    FakeMarket,
    PaperTrading,
    limit,
    order,
    paper_trading,
    subscribe,
    until,
)
from trading_api.settings import Settings
from trading_api.shared.errors import Refusal

LEDGER = "broker.sqlite3"
ROUTES = ["/orders", "/positions", "/executions/ACME", "/account", "/accounts", "/risk"]


def health(paper: PaperTrading) -> dict[str, Any]:
    reply = paper.client.get("/api/v1/health")
    assert reply.status_code == 200
    found: dict[str, Any] = reply.json()["broker"]
    return found


def test_while_another_holds_the_ledger_requests_are_told_to_wait(tmp_path: Path) -> None:
    lock = LedgerLock(tmp_path / LEDGER)
    assert lock.try_acquire()
    with paper_trading(create_app, tmp_path) as paper, paper.listening() as socket:
        refused = [paper.refused("GET", path) for path in ROUTES]
        assert set(refused) == {(503, "LEDGER_STARTING")}
        assert paper.refused("POST", "/orders", json=order()) == (503, "LEDGER_STARTING")
        assert subscribe(socket, "orders")[0]["code"] == "LEDGER_STARTING"
        assert health(paper)["condition"] == "starting"
        _, [status] = subscribe(socket, "connection")
        lock.release()
        until(socket, lambda update: update["payload"]["status"] == 1)

        assert status["status"] == 2
        paper.place()


async def test_after_too_long_it_refuses_to_trade_and_says_why(tmp_path: Path) -> None:
    lock, clock = LedgerLock(tmp_path / LEDGER), ManualClock()
    assert lock.try_acquire()
    service = BrokerService(clock=clock)
    service.trade_on(FakeMarket())
    starting = asyncio.create_task(service.start(tmp_path / LEDGER))
    while not starting.done():
        clock.advance(1)
        await asyncio.sleep(0)

    with pytest.raises(Refusal, match="to be the only server") as refused:
        service.account(None)
    assert refused.value.code == "LEDGER_LOCKED"
    assert service.health().condition == "locked"
    await service.stop()
    lock.release()


def test_a_damaged_record_stops_the_accounts_alone(tmp_path: Path) -> None:
    with paper_trading(create_app, tmp_path) as paper:
        paper.place()
    with sqlite3.connect(tmp_path / LEDGER) as ledger:
        ledger.execute("UPDATE step SET body = replace(body, '15001', '15002') WHERE step = 3")
    with paper_trading(create_app, tmp_path) as paper, paper.listening() as socket:
        _, [status] = subscribe(socket, "connection")

        assert paper.refused("POST", "/orders", json=order()) == (503, "LEDGER_CORRUPT")
        assert subscribe(socket, "account")[0]["code"] == "LEDGER_CORRUPT"
        assert (status["status"], status["disconnectType"]) == (3, 3)
        assert health(paper)["condition"] == "corrupt" and "step" in health(paper)["reason"]


def test_what_cannot_be_written_was_not_done(
    paper: PaperTrading, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: LedgerFile, commits: object) -> None:
        raise OperationalError("COMMIT", {}, Exception("disk is full"))

    paper.place()
    with monkeypatch.context() as patched, paper.listening("account") as socket:
        patched.setattr(LedgerFile, "commit", fail)
        assert paper.refused("POST", "/orders", json=order()) == (503, "LEDGER_UNAVAILABLE")
        assert paper.step() == 3
        patched.undo()
        while paper.call("POST", "/orders", json=order()).status_code == 503:
            pass
        [first] = [until(socket, lambda update: update["route"] == "account")]

    assert first["seq"] == 4


def test_health_tells_of_the_ledger(paper: PaperTrading) -> None:
    told = health(paper)

    assert (told["condition"], told["reason"], told["ledger"]) == ("trading", "", LEDGER)
    assert (told["accounts"], told["alarm"], told["suspended"]) == (1, "", {})
    assert told["sqliteVersion"].startswith("3.")


async def test_the_books_are_reconciled_and_an_alarm_is_told(tmp_path: Path) -> None:
    service = BrokerService()
    service.trade_on(FakeMarket())
    await service.start(tmp_path / LEDGER)
    await service.desk.reconcile()
    reconciled = service.health()
    with sqlite3.connect(tmp_path / LEDGER) as ledger:
        ledger.execute("UPDATE account SET orders_seq = 7")
    await service.desk.reconcile()
    alarmed = service.health()
    await service.stop()

    assert reconciled.lastReconciled is not None and reconciled.alarm == ""
    assert alarmed.lastReconciled == reconciled.lastReconciled and alarmed.alarm


async def test_who_reads_on_while_the_ledger_closes_is_refused(tmp_path: Path) -> None:
    service = BrokerService()
    service.trade_on(FakeMarket())
    await service.start(tmp_path / LEDGER)
    history = service.history('orders:{"accountId":"demo"}')

    stopping = asyncio.create_task(service.stop())
    with pytest.raises(Refusal, match="stopping"):
        while True:
            await history.page(0, 1)

    await stopping


def test_without_a_market_every_answer_says_what_is_missing(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    with TestClient(create_app(["broker"], settings=settings)) as client:
        answers = [client.get(BASE + path) for path in ROUTES]
        told = client.get("/api/v1/health").json()["broker"]
        with client.websocket_connect("/api/v1/ws") as socket:
            refused, _ = subscribe(socket, "orders")
            _, [status] = subscribe(socket, "connection")

    assert {(reply.status_code, reply.json()["code"]) for reply in answers} == {
        (503, "MARKET_MISSING")
    }
    assert "TP_MODULES" in refused["message"] and "TP_MODULES" in status["message"]
    assert told["condition"] == "no_market" and not (tmp_path / LEDGER).exists()


def test_orders_trade_on_the_datafeed_in_whatever_order_modules_come(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    with TestClient(create_app(["broker", "datafeed"], settings=settings)) as client:
        body = {"symbol": "COINBASE:BTC/USD", "type": 2, "side": 1, "qty": "0.01"}
        symbols = {one["symbol"] for one in client.get("/api/v1/datafeed/search").json()}
        body["symbol"] = next(symbol for symbol in sorted(symbols) if "/USD" in symbol)
        placed = client.post(f"{BASE}/orders", json=body)

        assert placed.status_code == 200, placed.text
        assert client.get(f"{BASE}/executions/{body['symbol']}").json()


def test_a_replay_has_a_ledger_of_its_own(tmp_path: Path) -> None:
    market = FakeMarket()
    market.script.name = "replay-0123"
    settings = Settings(data_dir=tmp_path, feed="replay", replay_file=tmp_path / "x.csv")
    with paper_trading(create_app, tmp_path, market, settings) as paper:
        assert health(paper)["ledger"] == "broker-replay-0123.sqlite3"
    assert isinstance(paper.module, BrokerModule)


def test_a_trading_account_needs_no_producer_of_a_stream(paper: PaperTrading) -> None:
    counts = paper.client.get("/api/v1/health").json()["ws"]
    assert counts == {"connections": 0, "topics": 0, "producers": 0}


def test_health_says_why_nothing_executes(paper: PaperTrading) -> None:
    paper.place()
    paper.market.script.stands = "the replay has come to its end"
    ended = health(paper)
    paper.market.pass_time(-3_600_000)
    behind = health(paper)

    assert (ended["condition"], ended["reason"]) == ("trading", "the replay has come to its end")
    assert "nothing executes until it has passed that time" in behind["reason"]


def test_a_suspended_account_says_so_on_its_own_link(paper: PaperTrading) -> None:
    paper.done("POST", "/accounts", json={"id": "other", "name": "Other"})
    paper.done("POST", "/orders", json=limit(100), params={"accountId": "demo"})
    with (
        paper.listening("connection") as broken,
        paper.listening("connection", account_id="other") as other,
    ):
        broken_price: Any = "no number"
        paper.market.quote("ACME", 15_000, broken_price)
        told = until(broken, lambda update: update["payload"]["status"] == 4)
        refused = paper.refused("POST", "/orders", json=order(), params={"accountId": "demo"})
        _, [status] = subscribe(other, "connection", "other", recover={"epoch": "", "seq": 0})

    assert "suspended until the next start" in told["payload"]["message"]
    assert refused == (503, "ACCOUNT_SUSPENDED")
    assert (status["status"], list(health(paper)["suspended"])) == (1, ["demo"])
