"""What `doctor` says of the accounts of a running server."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from trading_api.cli.checks.accounts import accounts_finding
from trading_api.cli.checks.live import ServerProbe
from trading_api.cli.running_server import announce


def said_of(condition, reason=""):
    return accounts_finding({"condition": condition, "reason": reason})


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("locked", "LEDGER_LOCKED"),
        ("corrupt", "LEDGER_CORRUPT"),
        ("unavailable", "LEDGER_UNAVAILABLE"),
        ("stopped", "LEDGER_UNAVAILABLE"),
        ("no_market", "MARKET_MISSING"),
    ],
)
def test_accounts_that_do_not_trade_have_failed_with_their_code(condition, code):
    found = said_of(condition, "so it is")

    assert (found.verdict, found.detail) == ("failed", f"{code}: so it is")
    assert found.remedy


def test_accounts_that_trade_are_well_and_those_that_open_are_waited_for():
    assert said_of("trading").verdict == "ok"
    assert said_of("starting").verdict == "not checked"
    assert accounts_finding(None).verdict == "not checked"


@pytest.fixture
def locked_out(tmp_path):
    """Leave the note of a server whose `/health` says that another has the ledger."""

    class Health(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            broker = {"condition": "locked", "reason": "process 7 trades with it"}
            self.wfile.write(json.dumps({"status": "ok", "ws": {}, "broker": broker}).encode())

        def log_message(self, *_):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Health)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    announce(tmp_path, f"http://127.0.0.1:{server.server_port}")
    yield tmp_path
    server.shutdown()
    server.server_close()


def test_a_ledger_that_another_server_has_is_named(locked_out):
    probe = ServerProbe(locked_out)

    found = {check.subject: check.examine() for check in probe.checks()[:3]}

    probe.close()
    assert found["its health"].verdict == "ok"
    assert found["its accounts"].detail == "LEDGER_LOCKED: process 7 trades with it"
