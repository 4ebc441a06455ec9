"""The recipe of docs/how-to/add-a-stream.md, followed by hand in a copy of the checkout."""

import json
from textwrap import indent

from trading_api.scaffold.workshop import Workshop

from .checks import COMMENT
from .fences import blocks_of

PAGE = "docs/how-to/add-a-stream.md"
FOLLOWED_BY = "backend/tests/docs/test_add_a_stream.py"
MODELS = "backend/src/trading_api/models/market"
DATAFEED = "backend/src/trading_api/modules/datafeed"
PLUGINS = "frontend/src/plugins"
SERVICES = "frontend/src/services"
SPEC = f"{SERVICES}/__tests__/spreadService.spec.ts"
SPEC_IMPORTS = """\
import { expect, it } from "vitest";
import { SpreadService } from "../spreadService";

"""
BOTH_MODELS = "Spread, SpreadSubscriptionRequest"
# The types of the files that the recipe writes or changes.
TSCONFIG = {
    "extends": "./tsconfig.test.json",
    "compilerOptions": {"incremental": False},
    "files": ["src/services/__tests__/spreadService.spec.ts"],
    "include": ["public/**/*.d.ts"],
}


class Recipe:
    """The copy that it is followed in, and the frames that the page then promises."""

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop
        own = [block.text for block in blocks_of(PAGE) if block.word("run") == FOLLOWED_BY]
        models, line, reading, chosen, self.frames, mapper, client, service, suite, spec = own
        self._models(models)
        self._routes(line)
        self._values(reading, chosen)
        self._clients(mapper, client)
        shop.write(f"{SERVICES}/spreadService.ts", service)
        self._append(f"{DATAFEED}/tests/test_ws.py", suite)
        shop.write(SPEC, SPEC_IMPORTS + spec)
        shop.write("frontend/tsconfig.recipe.json", json.dumps(TSCONFIG))

    def _models(self, models: str) -> None:
        package = f"{MODELS}/__init__.py"
        self.shop.write(f"{MODELS}/spreads.py", models)
        self._below(package, '"""\n\n', f"from .spreads import {BOTH_MODELS}")
        self._below(package, "__all__ = [\n", '"Spread", "SpreadSubscriptionRequest",')

    def _routes(self, line: str) -> None:
        routes = f"{DATAFEED}/ws.py"
        _, alias, generated, router = COMMENT.split(line)
        self._below(routes, "trading_api.models.market import (\n", f"{BOTH_MODELS},")
        self._below(routes, "if TYPE_CHECKING:\n", alias)
        self._below(routes, "from .ws_generated import (\n", generated)
        self._below(routes, "datafeed_service: DatafeedService) -> None:\n", router)
        self._below(routes, "super().__init__([", "spreads,")

    def _values(self, reading: str, chosen: str) -> None:
        self._below(f"{DATAFEED}/reading.py", "trading_api.models.market import ", "Spread, ")
        self._append(f"{DATAFEED}/reading.py", indent(reading, "    "))
        opening = "def _read_of(self, key: StreamKey, instrument: Instrument) -> Read:\n"
        self._below(f"{DATAFEED}/service.py", opening, chosen)

    def _clients(self, mapper: str, client: str) -> None:
        self._below(f"{PLUGINS}/mappers.ts", "import type {\n", "Spread as Spread_Ws_Backend,")
        self._append(f"{PLUGINS}/mappers.ts", mapper)
        adapter = f"{PLUGINS}/wsAdapter.ts"
        imported = "Spread_Ws_Backend, SpreadSubscriptionRequest,"
        self._below(adapter, "import type {\n", imported)
        self._below(adapter, "import {\n", "mapSpread,")
        openings = (
            "export interface WsAdapterType {\n",
            "export class WsAdapter implements WsAdapterType {\n",
            "  constructor() {\n",
            "implements Partial<WsAdapterType> {\n",
            "  constructor(mockers: Mockers = {}) {\n",
        )
        for opening, line in zip(openings, client.splitlines(), strict=True):
            self._below(adapter, opening, line)

    def _below(self, path: str, opening: str, text: str) -> None:
        """Write behind the first such opening: where it is a line, as deep as the next one."""
        before, found, after = (self.shop.text(path) or "").partition(opening)
        assert found, f"{path} has no {opening!r}"
        if found.endswith("\n"):
            depth = " " * (len(after) - len(after.lstrip(" ")))
            text = indent(text.strip(), depth) + "\n"
        self.shop.write(path, before + found + text + after)

    def _append(self, path: str, text: str) -> None:
        self.shop.write(path, f"{self.shop.text(path)}\n{text}")
