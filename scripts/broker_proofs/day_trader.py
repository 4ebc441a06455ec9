"""Trades the recorded day in a process that is killed: what each entry was told is a line.

Run as `python -m broker_proofs.day_trader SEED ORDERS`, it has everything ready, and forks a trader
for each line `[folder, last]` that it reads. The folder holds the ledger, and in `told` the lines
of the lives before; what they leave open is asked again by its key. After entry `last` the trader
lets no more time pass, so that the kill meets what that entry left.
"""

import asyncio
import json
import os
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import NoReturn

from trading_api.modules.broker.engine.inputs import Submit
from trading_api.modules.broker.engine.profile import FeeSchedule
from trading_api.modules.broker.engine.terms import MONEY_SCALE
from trading_api.modules.broker.ledger.room.engine_room import EngineRoom
from trading_api.modules.broker.ledger.room.interface import Committed, RoomParts
from trading_api.modules.broker.ledger.store.readers import AccountState
from trading_api.modules.broker.profiles import opening
from trading_api.modules.broker.venue import PaperEngines, Venue
from trading_api.modules.broker.wire import step_updates
from trading_api.shared.clock import SystemClock
from trading_api.shared.errors import TradingApiError

from .day_plan import DayPlan, Entry, day_plan
from .recorded_day import DayTape, RecordedMarket

ACCOUNT = "demo"
LEDGER, TOLD = "broker.sqlite3", "told"
FEES = FeeSchedule(per_share=MONEY_SCALE // 200, rate=0, minimum=MONEY_SCALE)
ACCOUNT_OPENING = opening(ACCOUNT, "Demo", "USD", 10**9 * MONEY_SCALE, FEES)
LIFE, GONE = "life", "gone"


class Unheard:
    """A listener that nobody listens to."""

    def opened(self, states: Sequence[AccountState]) -> None:
        """Take nothing."""

    def committed(self, committed: Sequence[Committed]) -> None:
        """Take nothing."""


class DayTrader:
    """Goes through a plan; every source of time and of names is injected."""

    def __init__(
        self, folder: Path, plan: DayPlan, market: RecordedMarket, last: int | None
    ) -> None:
        self._plan = plan
        self._market = market
        self._last = last
        venue, epochs = Venue(market), count(1)
        encode = partial(step_updates, listing_of=venue.listing)
        parts = RoomParts(PaperEngines(venue), market.feed, encode, lambda: f"epoch-{next(epochs)}")
        self._room = EngineRoom(folder / LEDGER, parts, Unheard(), SystemClock())
        self._told = dict(told(folder / TOLD))

    async def run(self) -> None:
        self._room.start()
        state = await self._room.settled()
        if state.condition != "trading" or self._room.readers is None:
            raise RuntimeError(state.reason)
        if not self._room.readers.account_ids():
            await self._room.open_account(ACCOUNT_OPENING)
        for burst in self._plan.bursts():
            left = [entry for entry in burst if entry.number not in self._told]
            # The day goes on only when everything before was answered.
            self._market.now = max(self._market.now, burst[0].time)
            await asyncio.gather(*(self._send(entry) for entry in left))
            if self._last in {entry.number for entry in left}:
                await asyncio.Event().wait()
        await self._room.stop()

    async def _send(self, entry: Entry) -> None:
        command = entry.act(self._told)
        try:
            reply = await self._room.command(ACCOUNT, command, f"k{entry.number}")
        except TradingApiError as refused:
            self._tell(entry, None, refused.code)
        else:
            # Only a placed order is named by later entries.
            named = reply.order_id if isinstance(command, Submit) else None
            self._tell(entry, named, reply.step)

    def _tell(self, entry: Entry, order_id: str | None, answer: str | int) -> None:
        self._told[entry.number] = order_id
        _say(entry.number, order_id, answer)


def told(path: Path) -> list[tuple[int, str | None]]:
    """Return what the lives before were told: number of the entry, and id of its order."""
    if not path.exists():
        return []
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(number, order_id) for number, order_id, _ in lines]


def main() -> None:
    seed, orders = int(sys.argv[1]), int(sys.argv[2])
    tape = DayTape(seed)
    plan = day_plan(tape, seed, orders)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            folder, last = json.loads(line)
            _live(DayTrader(Path(folder), plan, RecordedMarket(tape), last))
        _, status = os.waitpid(pid, 0)
        _say(GONE, os.waitstatus_to_exitcode(status))


def _live(trader: DayTrader) -> NoReturn:
    """Trade to the end of the day, and of this process."""
    _say(LIFE, os.getpid())
    try:
        asyncio.run(trader.run())
    except Exception:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _say(*members: object) -> None:
    """Write a line at once: whole, or not at all."""
    sys.stdout.write(json.dumps(members) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
