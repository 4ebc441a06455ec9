"""A product of one's own on a free port, with files of bars in it; its data are thrown away."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

from .udf_client import Fetch, Reply

OPENER = build_opener(ProxyHandler({}))
ANSWER_WITHIN_S = 60.0
COMMAND = [sys.executable, "-m", "trading_api"]


@contextmanager
def served(*flags: str, imports: Sequence[Sequence[str]] = ()) -> Iterator[str]:
    """Serve with these flags and yield the address; `imports` are arguments of `import`."""
    with tempfile.TemporaryDirectory(prefix="data-checks-") as folder:
        data = ["--data-dir", folder]
        for file in imports:
            _run([*COMMAND, "import", *file, *data])
        with Path(folder, "log").open("w") as log, subprocess.Popen(
            [*COMMAND, "serve", "--port", "0", *data, *flags],
            stdout=subprocess.PIPE, stderr=log, text=True,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            try:
                said = process.stdout.readline()
                address = re.search(r"http://[\d.:]+", said)
                assert address, said + Path(folder, "log").read_text()
                yield address.group()
            finally:
                process.terminate()


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr}")


def fetch_over_http(url: str) -> Fetch:
    """Return how to ask the datafeed of a product."""

    def fetch(path: str, query: Mapping[str, str]) -> Reply:
        address = f"{url}/api/v1/udf/{path}?{urlencode(query)}"
        try:
            with OPENER.open(address, timeout=ANSWER_WITHIN_S) as answer:
                return Reply(answer.status, answer.headers.get_content_type(), answer.read())
        except HTTPError as refused:
            return Reply(refused.code, refused.headers.get_content_type(), refused.read())

    return fetch
