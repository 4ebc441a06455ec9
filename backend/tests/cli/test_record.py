import gzip
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from trading_api.cli import main


class Another(http.server.BaseHTTPRequestHandler):
    """A server of another kind; of ours only in what it says of `NOPE`."""

    answers: ClassVar = {
        "/api/v1/datafeed/resolve/NOPE": {"code": "unknown_symbol", "message": "there is no NOPE"},
        "/api/v1/datafeed/search?limit=1000": {"detail": "Not Found"},
    }

    def do_GET(self) -> None:
        self.send_response(404)
        self.end_headers()
        answer = self.answers.get(self.path)
        self.wfile.write(json.dumps(answer).encode() if answer else b"<html>")

    def log_message(self, *arguments: object) -> None: ...


@pytest.fixture
def url() -> Iterator[str]:
    with http.server.HTTPServer(("127.0.0.1", 0), Another) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        (["--symbol", "NOPE"], "NOPE: there is no NOPE"),
        (["--symbol", "AAPL"], "expected JSON from http"),
        ([], "expected a list of symbols"),
    ],
    ids=["unknown symbol", "no JSON", "no symbols"],
)
def test_what_cannot_be_recorded_is_said_in_a_line_and_leaves_no_file(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], symbol: list[str], said: str
) -> None:
    tape = tmp_path / "a.tape"

    status = main(["record", str(tape), "--url", f"{url}/", *symbol])

    assert (status, tape.exists()) == (1, False)
    assert said in capsys.readouterr().err


def test_a_server_that_is_away_leaves_no_file(tmp_path: Path) -> None:
    tape = tmp_path / "a.tape"

    assert main(["record", str(tape), "--url", "http://127.0.0.1:1", "--symbol", "AAPL"]) == 1
    assert not tape.exists()


def test_a_tape_that_is_there_is_left_alone(url: str, tmp_path: Path) -> None:
    tape = tmp_path / "a.tape"
    tape.write_bytes(gzip.compress(b"precious"))

    assert main(["record", str(tape), "--url", url]) == 1
    assert gzip.decompress(tape.read_bytes()) == b"precious"
