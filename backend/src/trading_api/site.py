"""The built user interface, served beside the API; without it, a page that says how to build it."""

import os
from collections.abc import Iterable
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Match, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from trading_api.pages.markup import PAGE_POLICY
from trading_api.shared.response_headers import POLICY_HEADER, content_policy

PACKAGE = Path(__file__).resolve().parent
# In a wheel it is inside the package (hatch_build.py); in a source tree where Vite builds it.
UI_FOLDERS = (PACKAGE / "ui", PACKAGE.parents[2] / "frontend" / "dist")

HOW_TO_BUILD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Trading Pro</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/api/v1/docs/page.css">
<main><h1>The API is running; the user interface is not built yet</h1>
<p>Run <code>make build</code> in the project's folder, then reload this page.
For development, <code>make -f project.mk dev-fullstack</code> serves it with live reload.</p>
<p>The API describes itself: <a href="/api/v1/docs">REST</a>,
<a href="/api/v1/ws/docs">streams</a>.</p>
</main></html>
"""

# No inline script or style runs; 'self' covers the socket of the same host too.
UI_POLICY = content_policy(
    {
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
    }
)


class SinglePage(StaticFiles):
    """Static files, where an unknown path without an extension is the page itself."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or Path(path).suffix:
                raise
            return await super().get_response("index.html", scope)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Allow a page what it needs, also in the 304 that renews the headers of a kept one."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        if Path(full_path).suffix == ".html":
            response.headers[POLICY_HEADER] = UI_POLICY
        return response


class SiteMount(Mount):
    """All paths but the API's, so that a wrong method there is not taken for a missing page."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["path"].startswith("/api/"):
            return Match.NONE, {}
        return super().matches(scope)


def built_ui(folders: Iterable[Path] = UI_FOLDERS) -> Path | None:
    """Return the first folder that holds the user interface; None when it is not built."""
    return next((folder for folder in folders if (folder / "index.html").is_file()), None)


def add_site(app: FastAPI, folder: Path | None) -> None:
    """Serve the user interface at `/`; call last, it takes every path that is left."""
    if folder is not None:
        pages = SinglePage(directory=folder, html=True)
        app.router.routes.append(SiteMount("/", pages, name="site"))
    else:
        app.router.routes.append(Route("/", _how_to_build))


def _how_to_build(request: Request) -> Response:
    return HTMLResponse(HOW_TO_BUILD, headers={POLICY_HEADER: PAGE_POLICY})
