"""Bodies whose numbers stay the decimals that were written."""

import json
from decimal import Decimal
from typing import Any

from fastapi import Request


class ExactRequest(Request):
    """A request whose JSON holds `Decimal` where a number has a fraction or an exponent."""

    async def json(self) -> Any:
        if not hasattr(self, "_exact"):
            body = await self.body()
            self._exact = _DECODER.decode(body.decode(json.detect_encoding(body), "surrogatepass"))
        return self._exact


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"expected a JSON number, got {name}")


_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=_refuse_constant)
