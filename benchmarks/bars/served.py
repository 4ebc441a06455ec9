"""Pages through the real server: HTTP over one kept connection, as a chart asks."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from .contenders import Page


@contextmanager
def served(data_dir: Path) -> Iterator[HTTPConnection]:
    """Serve a data directory on a free port and lend a connection to it."""
    command = [sys.executable, "-m", "trading_api", "serve", "--port", "0"]
    command += ["--data-dir", str(data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            url = next(filter(None, map(_url, process.stdout)), None)
            if url is None:
                raise SystemExit("the server did not start")
            address = urlsplit(url)
            connection = HTTPConnection(address.hostname or "", address.port)
            yield connection
            connection.close()
        finally:
            process.terminate()


def ask(connection: HTTPConnection, pages: Sequence[Page]) -> list[float]:
    """Return how long each page took, in ms, from the request to the last byte."""
    # The server closes a connection that rests for some seconds; the first page opens another.
    connection.close()
    _answer(connection, pages[0])
    times = []
    for page in pages:
        begun = time.perf_counter()
        _answer(connection, page)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _answer(connection: HTTPConnection, page: Page) -> None:
    symbol, resolution, before, count = page
    query = {"symbol": symbol, "resolution": resolution, "from_time": 0}
    query |= {"to_time": before, "count_back": count}
    connection.request("GET", f"/api/v1/datafeed/bars?{urlencode(query)}")
    reply = connection.getresponse()
    reply.read()
    if reply.status != 200:
        raise SystemExit(f"expected 200, got {reply.status}")


def _url(line: str) -> str | None:
    match = re.search(r"http://[\w.:]+", line)
    return match and match[0]
