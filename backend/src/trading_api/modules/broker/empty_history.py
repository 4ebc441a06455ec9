"""The record of an account to which nothing has happened."""

import secrets
from collections.abc import Sequence

from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import HistoryPosition


class EmptyHistory:
    """A `History` at its beginning."""

    def __init__(self) -> None:
        self._position = HistoryPosition(secrets.token_hex(8), floor=0, top=0)

    async def position(self) -> HistoryPosition:
        return self._position

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        return []

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        return self._position, []
