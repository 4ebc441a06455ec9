"""What the servers share; runs in the environments of others, so it needs uvicorn alone."""

import argparse
import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

WS_PATH, EVENTS_PATH, HELD_PATH = "/api/v1/ws", "/api/v1/events", "/api/v1/held"
LEVELS_A_SECOND = 25
PAD = "x" * 24_000
"""A level is as long as a large watch list."""


def now_ms() -> int:
    """Return the machine's time, which servers and listeners share."""
    return time.time_ns() // 1_000_000


def event_text(n: int) -> str:
    return json.dumps({"type": "events.update", "payload": {"n": n}})


def level_text() -> str:
    return json.dumps({"type": "levels.update", "payload": {"at": now_ms(), "pad": PAD}})


async def publish_levels(publish: Callable[[], Awaitable[None]]) -> None:
    """Publish for ever; a listener that fails does not end it, which is more than examples do."""
    while True:
        try:
            await publish()
        except Exception:
            logging.getLogger(__name__).exception("a level did not reach everybody")
        await asyncio.sleep(1 / LEVELS_A_SECOND)


def tasks() -> int:
    return len(asyncio.all_tasks())


def serve(app: Any) -> None:
    """Serve an app with uvicorn as it comes."""
    import uvicorn

    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    uvicorn.run(app, port=parser.parse_args().port, log_level="warning")
