"""What every Python server of the race shares: its load, the text of an update, the loop.

Runs in the environments of the peers too, so it imports nothing but the standard library.
"""

import argparse
import asyncio
import itertools
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

PATH = "/api/v1/ws"
TEMPLATE = (
    '{"type":"quotes.update","payload":{"topic":"quotes:{\\"n\\":%d}","payload":'
    '{"t":%d,"bid":101.25,"ask":101.5,"last":101.25,"volume":123456,"name":"ACME"},'
    '"seq":%d,"ts":%d}}'
)


@dataclass(frozen=True)
class Load:
    """What to publish: `turn` topics in each turn of the loop, `rate` turns a second (0: all)."""

    port: int
    topics: int
    turn: int
    rate: int


def load_of(parser: argparse.ArgumentParser) -> tuple[Load, argparse.Namespace]:
    """Return the load that the command line asks for, and all of its arguments."""
    for name, default in (("port", None), ("topics", 1), ("turn", 1), ("rate", 0)):
        parser.add_argument(f"--{name}", type=int, default=default, required=default is None)
    words = parser.parse_args()
    return Load(words.port, words.topics, words.turn, words.rate), words


def update_text(topic: int, seq: int) -> str:
    """Return an update of 190 bytes, more or less a digit, stamped with the monotonic clock."""
    return TEMPLATE % (topic, time.monotonic_ns(), seq, time.time_ns() // 1_000_000)


async def publish_for_ever(load: Load, turn: Callable[[list[int]], Awaitable[None]]) -> None:
    """Publish while it is wanted: SIGUSR2 begins and ends, the end tells how many there were."""
    wanted = _wanted(asyncio.get_running_loop())
    rounds = itertools.cycle(_turns(load))
    published = 0
    while True:
        await wanted.wait()
        due = time.monotonic()
        while wanted.is_set():
            topics = next(rounds)
            await turn(topics)
            published += len(topics)
            due += 1 / load.rate if load.rate else 0
            await asyncio.sleep(max(0, due - time.monotonic()) if load.rate else 0)
        print("published", published, flush=True)


def _wanted(loop: asyncio.AbstractEventLoop) -> asyncio.Event:
    wanted = asyncio.Event()

    def toggle() -> None:
        (wanted.clear if wanted.is_set() else wanted.set)()

    loop.add_signal_handler(signal.SIGUSR2, toggle)
    return wanted


def _turns(load: Load) -> list[list[int]]:
    numbers = list(range(load.topics))
    return [numbers[at : at + load.turn] for at in range(0, load.topics, load.turn)]
