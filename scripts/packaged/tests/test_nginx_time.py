"""What time does to a connection through nginx: silence, a timeout that is too short, slowness."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from packaged.address import Address, receive, subscribe
from packaged.installation import Installation
from packaged.nginx import Nginx, nginx_before
from packaged.served import Served, served
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import ClientConnection

HARBOUR = {"station": "harbour"}
# As fast as the server can, and so many on each topic: more than the kernels on the way hold.
SWIFT_S = 0.0005
PUBLISHED = 40_000
LAG_LIMIT_MS = 3000
SHORT, SHORT_S = "1s", 1.0
MIB = 1024 * 1024


@contextmanager
def behind_nginx(
    installation: Installation, ping_interval_s: float, interval_s: float, limit: str = "60s"
) -> Iterator[tuple[Served, Nginx]]:
    """Serve weather at an interval behind an nginx that lets go of who is silent for `limit`."""
    times = {"TP_PING_INTERVAL_S": str(ping_interval_s), "ACME_WEATHER_INTERVAL_S": str(interval_s)}
    names = {"TP_MODULES": "broker,weather", "TP_ALLOWED_HOSTS": "trade.example"}
    with (
        served(installation, **times, **names) as server,
        nginx_before(server.address, {"_timeout 60s": f"_timeout {limit}"}) as nginx,
    ):
        yield server, nginx


def test_C1_pings_keep_a_silent_connection_for_many_timeouts(installation: Installation) -> None:
    with (
        behind_nginx(installation, SHORT_S / 2, 1, SHORT) as (_, nginx),
        nginx.address.connect() as client,
    ):
        subscribe(client, "orders", {"accountId": "demo"})
        with pytest.raises(TimeoutError):
            client.recv(timeout=5 * SHORT_S)

        client.send('{"type": "ping"}')
        assert receive(client, "pong")


def test_R1_a_timeout_below_the_ping_interval_cuts_and_nothing_is_lost(
    installation: Installation,
) -> None:
    numbers: list[int] = []
    place = None
    cuts = 0
    with behind_nginx(installation, 20, 1.5 * SHORT_S, SHORT) as (_, nginx):
        while len(numbers) < 4:
            more, place = strikes_until_cut(nginx.address, place)
            numbers += more
            cuts += 1

    assert cuts >= 3
    assert numbers == list(range(1, len(numbers) + 1))


def strikes_until_cut(address: Address, place: Any) -> tuple[list[int], dict[str, Any]]:
    """Listen until nginx cuts; return the strokes by number and where the stream stood."""
    numbers: list[int] = []
    with address.connect() as client, pytest.raises(ConnectionClosedError):
        recover = {"recover": place} if place else {}
        answer = subscribe(client, "strikes", HARBOUR, **recover)
        assert answer["recovered"] == bool(place)
        place = {"epoch": answer["epoch"], "seq": place["seq"] if place else answer["seq"]}
        while True:
            update = receive(client, "strikes.update")
            assert "gap" not in update
            place["seq"] = update["seq"]
            numbers.append(update["payload"]["number"])
    return numbers, place


def test_U4_who_does_not_read_delays_nobody_and_comes_back_to_now(
    installation: Installation,
) -> None:
    with (
        behind_nginx(installation, 20, SWIFT_S) as (server, nginx),
        nginx.address.connect(received_bytes=4096) as slow,
        nginx.address.connect() as quick,
    ):
        for station in ("harbour", "hilltop", "airfield"):
            subscribe(slow, "weather", {"station": station})
        subscribe(quick, "weather", HARBOUR)
        before = server.rss_bytes
        lags_ms = lags_until(quick, PUBLISHED)
        grown = server.rss_bytes - before
        skipped = skipped_until_now(slow)

    assert max(lags_ms) < LAG_LIMIT_MS
    assert grown < 16 * MIB
    assert skipped > 0


def lags_until(client: ClientConnection, seq: int) -> list[float]:
    """Listen until so many updates were published; return how old each was when it came, in ms."""
    lags: list[float] = []
    while (update := receive(client, "weather.update"))["seq"] < seq:
        lags.append(time.time() * 1000 - update["ts"])
    return lags


def skipped_until_now(client: ClientConnection) -> int:
    """Read on until what comes was made after the call; return how many updates were left out."""
    now_ms = time.time() * 1000
    skipped = 0
    while True:
        update = receive(client, "weather.update")
        skipped += int(update.get("skipped", 0))
        if update["ts"] >= now_ms:
            return skipped
