import logging

import pytest

from .served import served


@pytest.mark.parametrize(("limit", "level"), [(1, logging.WARNING), (100, logging.DEBUG)])
def test_how_a_connection_ended_is_logged_louder_when_it_was_thrown_out(
    limit: int, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "trading_api.shared.ws")
    with (
        served(bad_frames=limit) as server,
        server.client.websocket_connect("/api/v1/ws") as socket,
    ):
        socket.send_text("no frame")
        socket.receive()
        if limit == 1:
            socket.receive()

    [line] = [one for one in caplog.records if one.msg.startswith("connection_closed")]
    assert line.levelno == level
