"""How long a client waits for its answer: the whole room, its thread included, beside a loop."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

from trading_api.modules.broker.engine.inputs import Command
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.ledger.room.engine_room import EngineRoom
from trading_api.modules.broker.ledger.testing import Heard, ManualClock, ScriptedFeed, parts

from .orders import MS_A_COMMAND, RICH, commands, quiet_market


def acknowledged(path: Path, clients: int, total: int) -> list[float]:
    """Return the milliseconds from asking to the answer, sorted; each client asks in turn."""
    return asyncio.run(_race(path, clients, total))


async def _race(path: Path, clients: int, total: int) -> list[float]:
    feed = quiet_market()
    room = EngineRoom(path, parts(feed), Heard(), ManualClock())
    room.start()
    await room.settled()
    await room.open_account(RICH)
    # Cancels name the order before them, which only one client at a time can know.
    source = (command for command in commands() if not hasattr(command, "order_ids"))
    waits: list[float] = []
    await asyncio.gather(
        *(_client(room, feed, source, waits, total // clients) for _ in range(clients))
    )
    await room.stop()
    return sorted(waits)


async def _client(
    room: EngineRoom,
    feed: ScriptedFeed,
    source: Iterator[Command],
    waits: list[float],
    count: int,
) -> None:
    for _ in range(count):
        feed.now += MS_A_COMMAND
        began = time.perf_counter()
        answer = await room.command("demo", next(source))
        waits.append((time.perf_counter() - began) * 1000)
        assert isinstance(answer, Reply)
