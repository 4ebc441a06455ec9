"""The machine-readable contract: what an app serves, as the files of `contract/`.

Written without a running server and without a start of the app. `topics.json` and `frames.json`
are the other half of that folder: written by hand, they hold examples that tests of both languages
run.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.ws.asyncapi import asyncapi_document


def documents(app: FastAPI) -> dict[str, str]:
    """Return the exact text of each generated file of `contract/`, by its name."""
    return {
        "asyncapi.json": _text(asyncapi_document(app.state.ws_app.routers.values())),
        "openapi.json": _text(_in_order(app.openapi())),
        "errors.json": _text(_errors()),
    }


def write(app: FastAPI, folder: Path) -> list[str]:
    """Bring the files in `folder` up to date; return the names of those that changed."""
    changed = stale(app, folder)
    texts = documents(app)
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        _replace(folder / name, texts[name])
    return changed


def stale(app: FastAPI, folder: Path) -> list[str]:
    """Return the names of the files in `folder` that are missing or not what `app` serves."""
    return [name for name, text in documents(app).items() if _read(folder / name) != text]


def _errors() -> dict[str, Any]:
    return {
        "errors": [asdict(row) for row in ERRORS.values()],
        "close_codes": [asdict(row) for row in CLOSE_CODES.values()],
    }


def _in_order(document: dict[str, Any]) -> dict[str, Any]:
    """Return an OpenAPI document that is the same in whatever order modules were enabled."""
    components = document.get("components", {})
    schemas = dict(sorted(components.get("schemas", {}).items()))
    paths = dict(sorted(document["paths"].items()))
    return {**document, "paths": paths, "components": {**components, "schemas": schemas}}


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _replace(path: Path, text: str) -> None:
    # A watcher of the folder must never read half of a file.
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    draft.write_text(text, encoding="utf-8", newline="\n")
    os.replace(draft, path)
