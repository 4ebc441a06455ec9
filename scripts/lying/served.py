"""A server of a good feed and the liar, which comes as a package would, by an entry point."""

import asyncio
import json
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

from trading_api.modules.datafeed.testing.lying_provider import HONEST, LIES_FILE

PLUG_IN = "liar = trading_api.modules.datafeed.testing.lying_provider:LyingProvider"
BACKEND = Path(__file__).resolve().parents[2] / "backend" / "src"
ON = re.compile(r"http://\S+")


class Served:
    """A running server, and what is left of it."""

    def __init__(self, folder: Path) -> None:
        self.url = ""
        self.log = folder / "log"
        self.told = folder / "told.json"

    def get(self, path: str) -> str:
        """Ask over HTTP; blocks."""
        with build_opener(ProxyHandler({})).open(f"{self.url}{path}", timeout=10) as answer:
            text: str = answer.read().decode()
            return text

    def json(self, path: str) -> Any:
        return json.loads(self.get(f"/api/v1{path}"))


@asynccontextmanager
async def serve(folder: Path, *, honest: bool) -> AsyncIterator[Served]:
    """Serve a good feed and the liar, without accounts: nothing trades on what is not a tape."""
    metadata = folder / "plug-in" / "acme_liar-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Name: acme-liar\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[trading_pro.providers]\n{PLUG_IN}\n")
    served = Served(folder)
    paths = os.pathsep.join([str(BACKEND), str(metadata.parent)])
    environment = os.environ | {"PYTHONPATH": paths, LIES_FILE: str(served.told)}
    if honest:
        environment[HONEST] = "1"
    flags = ["--port", "0", "--modules", "datafeed", "--data-dir", str(folder / "data")]
    with served.log.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "trading_api", "serve", "--feed", "simulated,liar", *flags),
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
        assert process.stdout is not None
        try:
            said = await asyncio.wait_for(process.stdout.readline(), 60)
            found = ON.search(said.decode())
            assert found is not None, served.log.read_text()
            served.url = found.group()
            yield served
        finally:
            process.terminate()
            await process.wait()
