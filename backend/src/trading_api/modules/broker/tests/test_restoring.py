"""A backup in the place of the accounts while the app runs."""

import secrets
from pathlib import Path

import pytest

from trading_api.app_factory import create_app
from trading_api.modules.broker.ledger.backup import back_up
from trading_api.modules.broker.ledger.restoring import stage
from trading_api.modules.broker.ledger.store.driver import raw_connection
from trading_api.modules.broker.ledger.store.readers import LedgerReaders
from trading_api.modules.broker.testing import PaperTrading, limit, paper_trading, subscribe

LEDGER = "broker.sqlite3"


def backed_up(paper: PaperTrading, folder: Path) -> Path:
    copy = folder / f"copy-{secrets.token_hex(4)}"
    back_up(folder / LEDGER, copy)
    return copy


def restored(paper: PaperTrading, folder: Path, copy: Path) -> dict[str, str]:
    """Return what the server reports of bringing a copy back."""
    staged = stage(copy, folder / LEDGER, lambda: secrets.token_hex(8)).path
    report: dict[str, str] = paper.done("POST", "/ledger/restore", json={"staged": staged.name})
    return report


def steps(path: Path) -> int:
    readers = LedgerReaders(path)
    try:
        return readers.state("demo").head.step
    finally:
        readers.close()


def test_the_accounts_are_the_backups_and_trade_on(paper: PaperTrading, tmp_path: Path) -> None:
    placed = paper.done("POST", "/orders", json=limit(100))
    copy = backed_up(paper, tmp_path)
    paper.place()
    report = restored(paper, tmp_path, copy)

    assert report == {"kept": f"{LEDGER}.replaced", "condition": "trading", "reason": ""}
    assert steps(tmp_path / report["kept"]) == placed["step"] + 2
    assert [one["id"] for one in paper.done("GET", "/orders")] == [placed["orderId"]]
    assert paper.place()["step"] == placed["step"] + 2


def test_R2_an_epoch_ends_under_its_listeners_before_it_changes(
    paper: PaperTrading, tmp_path: Path
) -> None:
    copy = backed_up(paper, tmp_path)
    paper.place()
    with paper.client.websocket_connect("/api/v1/ws") as socket:
        before, _ = subscribe(socket, "account")
        restored(paper, tmp_path, copy)
        ended = socket.receive_json()["payload"]
        place = {"epoch": before["epoch"], "seq": before["seq"]}
        after, parts = subscribe(socket, "account", recover=place)

    assert (ended["state"], ended["code"], ended["temporary"]) == ("ended", "LEDGER_STARTING", True)
    assert after["epoch"] != before["epoch"] and not after["recovered"]
    assert (after["seq"], len(parts)) == (1, 1)


def test_every_stream_but_the_link_ends(paper: PaperTrading, tmp_path: Path) -> None:
    copy = backed_up(paper, tmp_path)
    routes = ["orders", "positions", "executions", "account", "equity", "connection"]
    with paper.listening(*routes) as socket:
        restored(paper, tmp_path, copy)
        ended = [socket.receive_json() for _ in routes[:-1]]
        again, _ = subscribe(socket, "connection")

    assert {frame["payload"]["state"] for frame in ended} == {"ended"}
    assert {frame["type"] for frame in ended} == {f"{route}.status" for route in routes[:-1]}
    assert again["held"]


@pytest.mark.parametrize("name", ["broker.sqlite3", "../broker.sqlite3.staged-0", "x"])
def test_what_is_not_staged_is_refused_and_changes_nothing(paper: PaperTrading, name: str) -> None:
    with paper.listening("account") as socket:
        refused = paper.refused("POST", "/ledger/restore", json={"staged": name})
        placed = paper.place()
        update = socket.receive_json()

    assert refused == (409, "RESTORE_REFUSED")
    assert update["payload"]["seq"] == placed["step"] - 1


def test_accounts_that_cannot_trade_on_this_market_are_refused(
    paper: PaperTrading, tmp_path: Path
) -> None:
    paper.place()
    staged = stage(backed_up(paper, tmp_path), tmp_path / LEDGER, lambda: "new").path
    with raw_connection(staged, "rw") as other:
        other.execute("UPDATE machine_part SET body = '[]'")
    other.close()

    answer = paper.call("POST", "/ledger/restore", json={"staged": staged.name})
    assert (answer.status_code, answer.json()["code"]) == (409, "RESTORE_REFUSED")
    assert paper.step() == 3


def test_a_server_that_refused_a_damaged_ledger_trades_again(tmp_path: Path) -> None:
    with paper_trading(create_app, tmp_path) as paper:
        copy = backed_up(paper, tmp_path)
        paper.place()
    with raw_connection(tmp_path / LEDGER, "rw") as other:
        other.execute("UPDATE step SET ts = ts + 1")
    other.close()
    with paper_trading(create_app, tmp_path) as paper:
        assert paper.refused("GET", "/orders") == (503, "LEDGER_CORRUPT")
        assert restored(paper, tmp_path, copy)["condition"] == "trading"
        assert paper.place()["step"] == 3
