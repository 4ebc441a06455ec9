"""Backend and front end side by side, both reloading; the clients follow the models.

Ctrl-C ends everything that was started. One side that ends by itself ends the other.
"""

import os
import signal
import socket
import sys
import threading
from contextlib import closing
from pathlib import Path

from child_process import ChildProcess
from client_generation import ClientGeneration

ROOT = Path(__file__).resolve().parents[1]
FRONTEND = ROOT / "frontend"
VITE = FRONTEND / "node_modules" / "vite" / "bin" / "vite.js"
HOST = "127.0.0.1"
UI_PORT = 5173
POLL_S = 0.2


stop_asked = threading.Event()


def main() -> int:
    api_port = int(os.environ.get("TP_PORT", "8000"))
    for port, remedy in ((api_port, "choose another with TP_PORT"), (UI_PORT, "free it first")):
        if _is_busy(port):
            print(f"error: port {port} is in use; {remedy}", file=sys.stderr)
            return 2
    # A flag, not an exception: no child is forgotten between its start and its noting.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: stop_asked.set())
    children = _start(api_port)
    try:
        return _watch(children)
    finally:
        for child in children:
            child.stop()


def _start(api_port: int) -> list[ChildProcess]:
    backend = [sys.executable, "-m", "trading_api", "serve", "--reload", "--port", str(api_port)]
    vite = ["node", str(VITE), "--host", HOST, "--port", str(UI_PORT), "--strictPort"]
    api = f"http://{HOST}:{api_port}"
    print(f"dev: API on {api}, user interface on http://{HOST}:{UI_PORT} (Ctrl-C ends both)")
    return [
        ChildProcess("backend", backend, ROOT / "backend"),
        ChildProcess("frontend", vite, FRONTEND, {"TP_BACKEND": api}),
    ]


def _watch(children: list[ChildProcess]) -> int:
    with closing(ClientGeneration(ROOT)) as generation:
        while not stop_asked.wait(POLL_S):
            for child in children:
                if child.ended:
                    print(f"dev: the {child.name} ended with {child.exit_code}", file=sys.stderr)
                    return 1
            generation.run_if_sources_changed()
    return 0


def _is_busy(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
