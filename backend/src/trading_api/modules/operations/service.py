"""Looks at the server's streams once a second while somebody watches, and never else."""

import asyncio
from functools import partial

from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.ws.producers import Producer, Producers, Sleep
from trading_api.shared.ws.router_interface import TopicUpdate
from trading_api.shared.ws.stream_counts import CountsReader

from .activity import Activity

LOOK_INTERVAL_S = 1.0


class OperationsService:
    """The service behind `activity`; it has one topic."""

    def __init__(self, *, clock: Clock | None = None, sleep: Sleep = asyncio.sleep) -> None:
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._read: CountsReader | None = None
        self._looking: Producer | None = None
        self.producers = Producers(clock=self._clock)

    def watch(self, read: CountsReader) -> None:
        """Take what is looked at."""
        self._read = read

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        if self._read is None:
            raise RuntimeError("expected `watch` before the first topic: see configure_app")
        look = partial(self._look, self._read, topic_update)
        self._looking = self.producers.start(topic, look)

    def remove_topic(self, topic: str) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    async def _look(self, read: CountsReader, topic_update: TopicUpdate) -> None:
        activity = Activity(self._clock)
        while True:
            topic_update(activity.after(read()))
            await self._sleep(LOOK_INTERVAL_S)
