"""A trader that leaves nothing in the book, so that the book does not grow by what it leaves."""

from collections.abc import Mapping
from typing import Any

from broker_proofs.traders import Client, Told, Trader


class TidyTrader(Trader):
    """Remembers what waits; a list of the day's orders would cost the server what is measured."""

    def __init__(self, client: Client, name: str, told: Told, prices: Mapping[str, float]) -> None:
        super().__init__(client, name, told, prices)
        self._waiting: set[str] = set()

    async def cancel_waiting(self) -> None:
        for order_id in list(self._waiting):
            await self._cancel(order_id)

    async def _place(self, body: Mapping[str, Any], key: str) -> None:
        await super()._place(body, key)
        if "duration" in body and key in self._told.placed:
            self._waiting.add(self._told.placed[key][0])

    async def _cancel(self, order_id: str) -> None:
        await super()._cancel(order_id)
        self._waiting.discard(order_id)
