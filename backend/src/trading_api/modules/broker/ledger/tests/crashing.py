"""A trader in a process of its own, that is killed: prints each id that was acknowledged.

Run as `python -m trading_api.modules.broker.ledger.tests.crashing FILE`.
"""

import asyncio
import sys
from itertools import count
from pathlib import Path

from trading_api.modules.broker.engine.inputs import Submit
from trading_api.modules.broker.engine.testing import OPENED, money, quote
from trading_api.modules.broker.ledger.room.engine_room import EngineRoom
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.ledger.testing import Heard, ManualClock, ScriptedFeed, parts
from trading_api.modules.broker.ledger.tests.orders import buy, resting

CLIENTS = 8
RICH = AccountOpening(
    "demo", "Demo", "USD", {"initial_cash": money(10**12), "stale_after_ms": 10**12}
)


async def trade(path: Path) -> None:
    """Place orders with keys of their own, for ever; what came of each is a line."""
    feed = ScriptedFeed([quote(0, 9_990, 10_010)])
    room = EngineRoom(path, parts(feed), Heard(), ManualClock())
    room.start()
    state = await room.settled()
    if state.condition != "trading" or room.readers is None:
        raise SystemExit(state.reason)
    if not room.readers.account_ids():
        await room.open_account(RICH)
    life = room.readers.state("demo").head.step
    feed.now = OPENED + life * 10
    await asyncio.gather(*(_client(room, feed, f"{life}-{number}") for number in range(CLIENTS)))


async def _client(room: EngineRoom, feed: ScriptedFeed, name: str) -> None:
    for number in count():
        # The account takes a thousand orders a second.
        feed.now += 5
        reply = await room.command("demo", order_of(number), f"{name}-{number}")
        sys.stdout.write(f"{name}-{number} {reply.order_id} {reply.step}\n")
        sys.stdout.flush()


def order_of(number: int) -> Submit:
    """Return the order of a client's `number`: two that fill, then one that cannot."""
    return buy(1) if number % 3 else resting(5_000 + number % 3_000, time_in_force="IOC")


if __name__ == "__main__":
    asyncio.run(trade(Path(sys.argv[1])))
