"""Bodies whose numbers stay the decimals that were written."""

import json
from collections.abc import Callable, Coroutine
from decimal import Decimal
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class ExactRequest(Request):
    """A request whose JSON holds `Decimal` where a number has a fraction or an exponent."""

    async def json(self) -> Any:
        if not hasattr(self, "_exact"):
            self._exact = json.loads(
                await self.body(), parse_float=Decimal, parse_constant=_refuse_constant
            )
        return self._exact


class ExactRoute(APIRoute):
    """A route that reads its body so."""

    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()

        async def exactly(request: Request) -> Response:
            return await handle(ExactRequest(request.scope, request.receive))

        return exactly


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"expected a JSON number, got {name}")
