"""The servers that take part: what each needs, how it is started, its name on a chart."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .scenarios import PRODUCT, Load

HERE = Path(__file__).resolve().parent
BENCHMARKS = HERE.parent
PEERS = BENCHMARKS / ".peers"
SERVERS = HERE / "servers"
NODE = PEERS / "node"
LOAD_GENERATOR = PEERS / "native" / "load_generator"
BARE_SERVER = PEERS / "native" / "bare_server"


@dataclass(frozen=True)
class Contender:
    title: str
    needs: str
    """The environment below `PEERS` that it runs in."""
    program: tuple[str, ...]
    more: tuple[str, ...] = ()

    def command(self, load: Load, port: int) -> list[str]:
        words = f"--port {port} --topics {load.topics} --turn {load.turn} --rate {load.rate}"
        return [*self.program, *words.split(), *self.more]


def _python(environment: str, server: str) -> tuple[str, ...]:
    python = str(PEERS / environment / "bin" / "python")
    return python, "-m", f"streams.servers.{server}"


def _bare(title: str, joined: int) -> Contender:
    return Contender(title, "native", (str(BARE_SERVER),), ("--join", str(joined)))


UVICORN = _python("uvicorn", "uvicorn_loop")
UVLOOP = _python("uvicorn", "raw_uvloop")
BUN = NODE / "node_modules" / "@oven" / "bun-linux-x64" / "bin" / "bun"
CONTENDERS = {
    PRODUCT: Contender("Trading Pro", "native", (sys.executable, "-m", "streams.servers.product")),
    "c": _bare("C, one send() a delivery", 1),
    "c-joined": _bare("C, 8 frames a send()", 8),
    "bun": Contender("Bun, native publish", "node", (str(BUN), str(SERVERS / "bun_publish.mjs"))),
    "uvloop": Contender("raw uvloop protocol", "uvicorn", UVLOOP),
    "uvloop-joined": Contender("raw uvloop protocol, joined", "uvicorn", UVLOOP, ("--join",)),
    "node": Contender("Node ws", "node", ("node", str(SERVERS / "node_ws.mjs"))),
    "uvicorn": Contender("uvicorn + websockets", "uvicorn", UVICORN, ("--ws", "websockets")),
    "uvicorn-sansio": Contender(
        "uvicorn + websockets-sansio", "uvicorn", UVICORN, ("--ws", "websockets-sansio")
    ),
    "fastws": Contender("fastws 0.1.7", "fastws", _python("fastws", "fastws_app")),
}


def environment() -> dict[str, str]:
    """Return what the servers must know of where things lie."""
    return {
        "PYTHONPATH": str(BENCHMARKS),
        "PYTHONDONTWRITEBYTECODE": "1",
        "NODE_ENV": "production",
        "PEERS": str(NODE),
    }


def needs(names: Sequence[str]) -> list[str]:
    """Return the environments that these contenders need, the load generator's first."""
    return list(dict.fromkeys(["native", *(CONTENDERS[name].needs for name in names)]))
