"""The product's server in this process, with one route more: what it holds right now.

Run as `python -m hostile.server`; its first line is its address.
"""

import asyncio
import os
import resource
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from trading_api.app_factory import create_app
from trading_api.cli.http_server import run_server
from trading_api.cli.listener import bind, url_of
from trading_api.settings import load_settings

STATM = Path("/proc/self/statm")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    settings = load_settings()
    app = create_app(settings=settings)
    ws_app = app.state.ws_app

    async def holdings(request: Request) -> JSONResponse:
        tasks = len(asyncio.all_tasks())
        return JSONResponse({**ws_app.counts(), "tasks": tasks, "rss_bytes": _rss_bytes()})

    app.router.routes.insert(0, Route("/holdings", holdings))
    listener = bind(settings)
    run_server(app, listener, settings, lambda: print(url_of(listener), flush=True))


def _rss_bytes() -> int:
    if STATM.exists():
        return int(STATM.read_text(encoding="ascii").split()[1]) * PAGE_BYTES
    # Where memory now is not told, its peak must not grow either.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
