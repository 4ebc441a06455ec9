"""Waiting for what only asking can tell."""

import asyncio
from collections.abc import Callable


async def until(holds: Callable[[], bool], limit_s: float, each_s: float = 0.05) -> None:
    """Return when it holds, asked every `each_s`.

    Raises:
        TimeoutError: it did not within `limit_s`.
    """
    async with asyncio.timeout(limit_s):
        while True:
            if holds():
                return
            await asyncio.sleep(each_s)
