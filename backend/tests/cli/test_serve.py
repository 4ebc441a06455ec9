"""`trading-pro serve` as a process: what it says, how it limits, how it ends."""

import json
import signal
import socket
import subprocess
import time
import urllib.request
from contextlib import closing, suppress

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from trading_api.cli.http_server import GRACE_S
from trading_api.cli.running_server import find

BROKER = ("--modules", "broker")
HANDSHAKE = """GET /api/v1/ws HTTP/1.1
Host: 127.0.0.1
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
Sec-WebSocket-Version: 13

"""


def silent_client(url: str) -> socket.socket:
    """Open a WebSocket that will never answer a close."""
    host, port = url.removeprefix("http://").split(":")
    client = socket.create_connection((host, int(port)))
    client.sendall(HANDSHAKE.replace("\n", "\r\n").encode())
    return client


def test_the_printed_address_answers_and_is_left_in_the_data_directory(serve):
    server = serve(*BROKER)

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{server.url}/api/v1/health") as response:
        assert json.load(response)["status"] == "ok"
        assert "server" not in response.headers

    note = find(server.data_dir)
    assert note is not None
    assert (note.url, note.pid) == (server.url, server.process.pid)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_it_ends_well_and_takes_its_note_along(serve, number):
    server = serve(*BROKER)

    assert server.end(number) == 0
    assert find(server.data_dir) is None


def test_an_open_connection_does_not_hold_up_the_end(serve):
    server = serve(*BROKER)

    with connect(server.ws_url, proxy=None) as client:
        client.send('{"type": "ping"}')
        client.recv(timeout=5)

        assert server.end(signal.SIGTERM) == 0


def test_one_wish_told_twice_still_ends_well(serve):
    server = serve(*BROKER)

    server.process.send_signal(signal.SIGINT)

    assert server.end(signal.SIGTERM) == 0
    assert server.process.stderr.read() == ""


def test_who_insists_does_not_wait_for_a_connection_that_does_not_close(serve):
    server = serve(*BROKER)
    with silent_client(server.url) as client:
        client.recv(4096)
        began = time.monotonic()

        while server.process.poll() is None:
            server.process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                server.process.wait(0.2)

    assert server.process.returncode == 0
    assert time.monotonic() - began < GRACE_S
    assert server.process.stderr.read() == ""


def test_F5_a_frame_over_64_KiB_closes_with_1009(serve):
    server = serve(*BROKER)

    with connect(server.ws_url, proxy=None) as client:
        client.send("x" * (64 * 1024 + 1))

        with pytest.raises(ConnectionClosed) as closed:
            client.recv(timeout=5)

    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009


def test_compression_is_declined(serve):
    server = serve(*BROKER)

    with connect(server.ws_url, compression="deflate", proxy=None) as client:
        assert client.response is not None
        assert "Sec-WebSocket-Extensions" not in client.response.headers


def test_a_busy_port_is_one_line_with_a_remedy(refused_serve):
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = str(other.getsockname()[1])

        code, said = refused_serve("--port", port, *BROKER)

    assert code == 2
    expected = f"port {port} on 127.0.0.1 is in use; choose another with --port or TP_PORT"
    assert said == f"trading-pro: {expected}\n"


def test_an_unknown_module_is_one_line_that_lists_the_known(refused_serve):
    code, said = refused_serve("--port", "0", "--modules", "datafed")

    assert code == 2
    known = "datafeed, broker, "
    assert said.startswith(f"trading-pro: unknown module 'datafed': expected one of {known}")
    assert said.count("\n") == 1


def test_a_module_that_cannot_start_says_why_in_one_line(refused_serve, tmp_path):
    file = tmp_path / "missing.csv"

    code, said = refused_serve("--port", "0", "--feed", "replay", "--replay-file", str(file))

    assert code == 2
    assert said.count("\n") == 1
    assert said.startswith("trading-pro: ")
    assert str(file) in said


def test_a_second_server_on_the_same_data_is_warned(serve, refused_serve):
    server = serve(*BROKER)

    _, said = refused_serve("--host", "192.0.2.1")

    assert f"warning: {server.url} (pid {server.process.pid}) serves from the same" in said


def test_the_log_is_json_where_that_is_asked_for_and_names_the_connection(serve):
    server = serve(*BROKER, "--log-format", "json", "--log-level", "debug")
    with connect(server.ws_url, proxy=None):
        pass
    server.end(signal.SIGTERM)

    lines = [json.loads(line) for line in server.process.stderr.read().splitlines()]

    [closed] = [line for line in lines if line["event"] == "connection_closed"]
    assert (closed["connection"], closed["code"], closed["level"]) == (1, 1000, "debug")
