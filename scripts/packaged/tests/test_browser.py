"""The packaged product in a real browser: by itself, and through nginx that comes and goes."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import chromium
from packaged.nginx import Nginx
from packaged.served import Served
from packaged.wheel import ROOT

LOOK = Path(__file__).resolve().parents[1] / "look.mjs"
SCREENSHOTS = ROOT / "test-results" / "packaged"


class Look:
    """A browser that looks at the product and says what it sees."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def sees(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def tell(self, what: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()


@contextmanager
def look(url: str, name: str) -> Iterator[Look]:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    command = ["node", str(LOOK), url, str(SCREENSHOTS / f"{name}.png")]
    environment = {**os.environ, "TP_CHROMIUM": chromium.find() or ""}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield Look(process)
        finally:
            process.kill()


def test_the_page_is_live(server: Served) -> None:
    with look(server.address.origin, "installed") as seen:
        assert seen.sees() == "live"


def test_the_page_comes_back_through_nginx(nginx: Nginx) -> None:
    with look(nginx.address.origin, "behind-nginx") as seen:
        assert seen.sees() == "live"

        nginx.stop()
        seen.tell("cut")
        assert seen.sees() == "cut"

        nginx.start()
        assert seen.sees() == "back"
