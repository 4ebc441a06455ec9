"""Trading on a replay, seen from outside: with nobody listening, and over restarts."""

import json
import signal
import urllib.error
from datetime import UTC, datetime, timedelta

import pytest
from websockets.sync.client import connect

FAST = ["--replay-speed", "600"]
MARKET = {"symbol": "ACME", "type": 2, "side": 1, "qty": 10}
BEGIN = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)


def replay(folder, minutes):
    """Return the flags of a replay: a quote a second, 100.00 and rising by a cent."""
    rows = [
        f"{(BEGIN + timedelta(seconds=at)).isoformat()},ACME,{100 + at / 100},{100.02 + at / 100}"
        for at in range(60 * minutes)
    ]
    file = folder / "ticks.csv"
    file.write_text("\n".join(["time,symbol,bid,ask", *rows]))
    return ["--feed", "replay", "--replay-file", str(file)]


@pytest.fixture
def ticks(tmp_path):
    return replay(tmp_path, minutes=600)


def filled(server, count):
    """Return the executions once there are so many."""
    while len(found := server.call("broker/executions/ACME")) < count:
        pass
    return found


def test_a_first_order_begins_the_replay_and_fills_without_a_listener(serve, ticks):
    server = serve(*ticks)
    before = server.call("health")["broker"]["reason"]
    server.call("broker/orders", MARKET)
    [execution] = filled(server, 1)
    assert "begins with the first listener or order" in before
    assert execution["time"] < (BEGIN.timestamp() + 60) * 1000
    assert server.call("health")["broker"]["reason"] == ""


def test_a_waiting_order_fills_without_a_listener(serve, ticks):
    server = serve(*ticks, *FAST)
    stop = {"symbol": "ACME", "type": 3, "side": 1, "qty": 10, "stopPrice": 100.5}
    server.call("broker/orders", stop)
    [execution] = filled(server, 1)
    assert execution["price"] >= 100.5


def test_after_a_restart_the_replay_goes_on_where_the_account_stood(serve, ticks):
    first = serve(*ticks, *FAST)
    first.call("broker/orders", MARKET)
    first.call("broker/orders", {**MARKET, "type": 3, "stopPrice": 103})
    [_, last] = filled(first, 2)
    first.end(signal.SIGTERM)
    second = serve(*ticks, *FAST)
    second.call("broker/orders", MARKET)
    assert filled(second, 3)[-1]["time"] >= last["time"]


def test_from_the_start_there_are_new_accounts_and_the_old_are_kept(serve, ticks, tmp_path):
    first = serve(*ticks, *FAST)
    first.call("broker/orders", {**MARKET, "type": 3, "stopPrice": 101})
    filled(first, 1)
    first.end(signal.SIGTERM)
    second = serve(*ticks, "--replay-from-start")
    assert second.call("broker/orders/history") == []
    second.call("broker/orders", MARKET)
    assert filled(second, 1)[0]["price"] < 101
    assert len(list(tmp_path.glob("broker-replay-*.sqlite3.replaced"))) == 1


@pytest.fixture
def played(serve, tmp_path):
    """Return a server whose replay has come to its end, begun by a page that asked for bars."""
    server = serve(*replay(tmp_path, minutes=10), "--replay-speed", "10000000")
    with connect(server.ws_url, proxy=None) as page:
        topic = {"symbol": "ACME", "resolution": "1"}
        page.send(json.dumps({"type": "bars.subscribe", "payload": topic}))
        while "its end" not in server.call("health")["broker"]["reason"]:
            pass
    return server


def test_at_the_end_of_the_replay_health_says_so(played):
    assert "--replay-from-start" in played.call("health")["broker"]["reason"]


def test_at_the_end_of_the_replay_an_order_is_refused(played):
    with pytest.raises(urllib.error.HTTPError) as refused:
        played.call("broker/orders", MARKET)
    said = json.load(refused.value)
    assert (refused.value.code, said["code"]) == (409, "MARKET_CLOSED")
    assert "has come to its end" in said["message"]
    assert played.call("broker/orders") == played.call("broker/executions/ACME") == []
