"""How soon `trading-pro serve` answers, and what of it is import."""

import signal
import sys
import tempfile
import time
import urllib.error
import urllib.request

from .processes import SERVER_CORE, Process

ANSWER_S = 30.0
HEALTH = "/api/v1/health"
# All that `serve` imports before it listens: the package alone would be next to nothing.
IMPORTS = "import trading_api.app_factory, trading_api.modules.datafeed, trading_api.modules.broker"


def start_s() -> float:
    """Return the seconds from the command to the first answer, on an empty data directory."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["serve", "--port", "0", "--data-dir", folder]
        begun = time.monotonic()
        server = Process([sys.executable, "-m", "trading_api", *words], SERVER_CORE, {})
        try:
            url = server.hear("Trading Pro is on ", ANSWER_S).split()[0]
            _ask(url + HEALTH)
            seconds = time.monotonic() - begun
            server.signal(signal.SIGTERM)
            server.wait(ANSWER_S)
            return seconds
        finally:
            server.end()


def import_s() -> float:
    """Return the seconds that a new interpreter takes for the imports alone."""
    code = f"import time; begun = time.monotonic(); {IMPORTS}; print(time.monotonic() - begun)"
    interpreter = Process([sys.executable, "-c", code], SERVER_CORE, {})
    try:
        return float(interpreter.hear("", ANSWER_S))
    finally:
        interpreter.end()


def _ask(url: str) -> None:
    deadline = time.monotonic() + ANSWER_S
    while True:
        try:
            with urllib.request.urlopen(url, timeout=ANSWER_S) as answer:
                answer.read()
            return
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
