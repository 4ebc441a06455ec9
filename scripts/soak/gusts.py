"""Now and then one connection is cut, silenced or held: what an hour does to any client."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence

from trading_api.shared.ws.testing import FaultProxy

PAUSE_S = (6.0, 16.0)
HELD_S = 3.0
KINDS = ("reset", "close", "stall", "refuse", "half-open")


class Gusts:
    """`proxies` are the clients'; the first `silenced` of them may meet half-open connections."""

    def __init__(
        self, proxies: Sequence[FaultProxy], silenced: int, rest: FaultProxy, chance: random.Random
    ) -> None:
        self.done: Counter[str] = Counter()
        self._proxies = proxies
        self._silenced = silenced
        self._rest = rest
        self._chance = chance

    async def blow(self) -> None:
        """Wait a while, then let one fault meet one client, or the traders; return after it."""
        await asyncio.sleep(self._chance.uniform(*PAUSE_S))
        kind = self._chance.choice(KINDS)
        if kind == "half-open":
            proxy = self._chance.choice(self._proxies[: self._silenced])
        else:
            proxy = self._chance.choice([*self._proxies, self._rest])
        self.done[kind] += 1
        await self._meet(kind, proxy)

    async def _meet(self, kind: str, proxy: FaultProxy) -> None:
        if kind == "reset":
            proxy.reset()
        elif kind == "close":
            proxy.close()
        elif kind == "half-open":
            proxy.half_open(self._chance.choice(("server", "client", "both")))
        elif kind == "stall":
            proxy.stall()
            await asyncio.sleep(HELD_S)
            proxy.resume()
        else:
            proxy.refusing = True
            proxy.reset()
            await asyncio.sleep(HELD_S)
            proxy.refusing = False
