"""The built user interface, served beside the API; without it, a page that says how to build it."""

from collections.abc import Iterable
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import Match, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PACKAGE = Path(__file__).resolve().parent
# In a wheel it is inside the package (hatch_build.py); in a source tree where Vite builds it.
UI_FOLDERS = (PACKAGE / "ui", PACKAGE.parents[2] / "frontend" / "dist")

HOW_TO_BUILD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Trading Pro</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:15vh auto;padding:0 1em}
code{background:#8883;padding:.1em .4em;border-radius:4px}</style>
<h1>The API is running; the user interface is not built yet</h1>
<p>Run <code>make build</code> in the project's folder, then reload this page.
For development, <code>make -f project.mk dev-fullstack</code> serves it with live reload.</p>
<p>The API describes itself at <a href="/api/v1/docs">/api/v1/docs</a>.</p>
</html>
"""


class SinglePage(StaticFiles):
    """Static files, where an unknown path without an extension is the page itself."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or Path(path).suffix:
                raise
            return await super().get_response("index.html", scope)


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
        app.router.routes.append(Route("/", lambda request: HTMLResponse(HOW_TO_BUILD)))
