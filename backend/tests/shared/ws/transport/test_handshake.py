import pytest

from trading_api.shared.ws.transport.handshake import BadHandshake, Handshake

HEADERS = {
    "Host": "x",
    "Upgrade": "websocket",
    "Connection": "keep-alive, Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
}


def request(line: str = "GET /a?b=c HTTP/1.1", **changes: str | None) -> bytes:
    headers = HEADERS | {name.replace("_", "-"): value for name, value in changes.items()}
    lines = [line, *(f"{name}: {value}" for name, value in headers.items() if value is not None)]
    return "\r\n".join([*lines, "", ""]).encode()


def shaken(data: bytes) -> Handshake:
    handshake = Handshake()
    assert handshake.feed(data)
    return handshake


def test_the_answer_proves_that_the_key_was_read() -> None:
    answer = shaken(request()).accepted([(b"x-more", b"1")], None)

    assert answer.startswith(b"HTTP/1.1 101")
    assert b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in answer and b"x-more: 1" in answer


def test_a_request_may_come_in_pieces() -> None:
    handshake, data = Handshake(), request()

    assert not handshake.feed(data[:40])
    assert handshake.feed(data[40:])
    assert (handshake.target, dict(handshake.headers)[b"host"]) == (b"/a?b=c", b"x")


def test_a_subprotocol_is_offered_and_agreed_on() -> None:
    handshake = shaken(request(Sec_WebSocket_Protocol="one, two"))

    assert handshake.subprotocols == ["one", "two"]
    assert b"Sec-WebSocket-Protocol: two" in handshake.accepted([], "two")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (request("POST / HTTP/1.1"), 400),
        (request("GET / HTTP/1.0"), 400),
        (request(Upgrade="h2c"), 426),
        (request(Connection="close"), 426),
        (request(Sec_WebSocket_Version="8"), 426),
        (request(Sec_WebSocket_Version=None), 426),
        (request(Sec_WebSocket_Key=None), 400),
        (request(Sec_WebSocket_Key="dGhl"), 400),
        (request(Sec_WebSocket_Key="no base64!"), 400),
    ],
)
def test_what_is_no_handshake_is_refused(data: bytes, status: int) -> None:
    handshake = Handshake()

    with pytest.raises(BadHandshake) as bad:
        handshake.feed(data)

    assert bad.value.status == status
    answer = handshake.refused(status, bad.value.headers, b"why")
    assert answer == b"" or answer.endswith(b"\r\n\r\nwhy")


def test_an_old_version_is_told_the_new_one() -> None:
    with pytest.raises(BadHandshake) as bad:
        shaken(request(Sec_WebSocket_Version="8"))

    assert bad.value.headers == [(b"Sec-WebSocket-Version", b"13")]


def test_E2_a_refusal_is_an_answer_in_http() -> None:
    handshake = shaken(request())

    answer = handshake.refused(503, [(b"Content-Length", b"7"), (b"a", b"b")], b"later")

    assert answer.startswith(b"HTTP/1.1 503 Service Unavailable\r\n")
    assert b"Content-Length: 5" in answer and b"Content-Length: 7" not in answer
    assert handshake.refused(503, [], b"again") == b""
