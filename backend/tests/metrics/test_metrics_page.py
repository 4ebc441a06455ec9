"""What `/metrics` says of a server that was used."""

from pathlib import Path
from typing import Any

import pytest

from trading_api.app_factory import create_app
from trading_api.metrics_page import AppMetrics
from trading_api.modules.broker.testing import paper_trading
from trading_api.shared.metrics import METRICS
from trading_api.shared.metrics.families import names_of

from .served import SUBSCRIBE, served, value


def test_what_was_published_and_delivered_is_counted_by_route() -> None:
    with served() as server, server.client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        for number in range(3):
            server.publish(value(number))
            socket.receive_json()

        assert server.value("trading_pro_updates_total", route="values") == 3
        assert server.value("trading_pro_deliveries_total", route="values") == 3
        assert server.value("trading_pro_topics", route="values") == 1
        assert server.value("trading_pro_subscriptions") == 1
        assert server.value("trading_pro_connections") == 1


def test_counts_of_a_route_outlive_its_topics() -> None:
    with served() as server:
        with server.client.websocket_connect("/api/v1/ws") as socket:
            socket.send_json(SUBSCRIBE)
            socket.receive_json()
            server.publish(value(1))
            socket.send_json(SUBSCRIBE | {"type": "values.unsubscribe"})
            while not socket.receive_json()["type"].endswith("unsubscribe.response"):
                pass

        assert server.value("trading_pro_topics", route="values") == 0
        assert server.value("trading_pro_updates_total", route="values") == 1


def test_what_cannot_be_sent_is_counted() -> None:
    with served() as server, server.client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()

        server.publish("no value")

        assert server.value("trading_pro_updates_unsendable_total", route="values") == 1


@pytest.mark.parametrize(("code", "label"), [(1000, "1000"), (3456, "other")])
def test_ends_are_counted_by_close_code_and_unknown_ones_together(code: int, label: str) -> None:
    with served() as server:
        with server.client.websocket_connect("/api/v1/ws") as socket:
            socket.close(code)

        assert server.value("trading_pro_connections_closed_total", code=label) == 1
        assert server.value("trading_pro_connections_opened_total") == 1


def test_E3_a_server_that_closes_counts_its_own_code() -> None:
    with served(bad_frames=1) as server:
        with server.client.websocket_connect("/api/v1/ws") as socket:
            socket.send_text("no frame")
            closed = socket.receive()
            while closed["type"] != "websocket.close":
                closed = socket.receive()

        assert server.value("trading_pro_connections_closed_total", code="4508") == 1


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ({"type": "nothing.subscribe"}, "unknown_type"),
        (SUBSCRIBE | {"payload": {}}, "invalid_payload"),
    ],
)
def test_E1_refusals_of_the_stream_are_counted_by_code(frame: dict[str, Any], code: str) -> None:
    with served() as server, server.client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(frame)
        socket.receive_json()

        assert server.value("trading_pro_refusals_total", carrier="stream", code=code) == 1


def test_refusals_over_http_are_counted_by_code() -> None:
    with served() as server:
        server.client.get("/api/v1/nothing")
        server.client.get("/metrics", headers={"Host": "elsewhere.example"})

        for code in ("not_found", "host_not_allowed"):
            assert server.value("trading_pro_refusals_total", carrier="http", code=code) == 1


def test_A1_metrics_are_refused_to_a_foreign_host() -> None:
    with served() as server:
        answer = server.client.get("/metrics", headers={"Host": "elsewhere.example"})

    assert (answer.status_code, answer.json()["code"]) == (403, "host_not_allowed")


def test_the_ledger_is_measured(tmp_path: Path) -> None:
    with paper_trading(create_app, tmp_path) as trading:
        text = trading.client.get("/metrics").text

    assert 'trading_pro_ledger_condition{condition="trading"} 1.0' in text
    assert "trading_pro_ledger_accounts 1.0" in text
    assert 'trading_pro_ledger_commit_seconds_bucket{le="+Inf"} 0' not in text


def test_an_app_that_is_not_started_has_every_metric_of_the_table() -> None:
    app = create_app(["datafeed", "broker"])
    metrics: AppMetrics = app.state.metrics

    assert names_of(metrics.collect()) == set(METRICS)


def test_two_apps_of_one_process_count_for_themselves() -> None:
    with served() as one, served() as other:
        one.client.get("/api/v1/nothing")

        labels = {"carrier": "http", "code": "not_found"}
        assert one.value("trading_pro_refusals_total", **labels) == 1
        assert other.value("trading_pro_refusals_total", **labels) is None


def test_C3_a_leave_can_be_watched_while_health_says_that_the_server_is_not_ready() -> None:
    with served() as server:
        before = server.value("trading_pro_draining")
        server.ws_app.draining.begin()

        health = server.client.get("/api/v1/health")

        assert (health.status_code, health.json()["code"]) == (503, "draining")
        assert (before, server.value("trading_pro_draining")) == (0, 1)
        assert server.value("trading_pro_commands_in_work") == 0
