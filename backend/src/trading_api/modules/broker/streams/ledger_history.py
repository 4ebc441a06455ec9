"""The record behind a lossless topic: its pages and its state, read beside the writer."""

from collections.abc import Sequence

from trading_api.modules.broker.account_reading import AccountReading
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import HistoryPosition


class LedgerHistory:
    """A `History` over the ledger; it reaches back to the account's creation (rule R2)."""

    def __init__(self, reading: AccountReading, route: str, account_id: str) -> None:
        self._reading = reading
        self._route = route
        self._account_id = account_id

    async def position(self) -> HistoryPosition:
        place = await self._reading.place(self._account_id, self._route)
        return HistoryPosition(place.epoch, floor=0, top=place.seq)

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        updates = await self._reading.page(self._account_id, self._route, after, limit)
        return [Entry(one.seq, one.ts, one.payload, step=one.step) for one in updates]

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        state = await self._reading.state(self._account_id, self._route)
        place = state.place
        position = HistoryPosition(place.epoch, floor=0, top=place.seq)
        return position, [Entry(place.seq, place.ts, text, step=place.step) for text in state.texts]
