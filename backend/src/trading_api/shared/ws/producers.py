"""Producers: the tasks that feed topics, restarted with backoff when they die (rule E4)."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from contextvars import Context
from typing import Protocol, runtime_checkable

from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.tracing import NO_TRACING, Tracer

logger = logging.getLogger(__name__)

# A dead source is asked again soon, then ever more rarely; a run this long counts as healthy.
FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 30.0
HEALTHY_AFTER_S = 60.0

Run = Callable[[], Awaitable[None]]
Sleep = Callable[[float], Awaitable[None]]


class ProducerHung(Exception):
    """A producer that promised to show life has not."""


class Producer:
    """One running producer."""

    def __init__(self, name: str, beats_within_s: float | None = None) -> None:
        self.name = name
        self._beats_within_s = beats_within_s
        self._task: asyncio.Task[None]
        self._limit: asyncio.Timeout | None = None

    def beat(self) -> None:
        """Show life: one that promised to is taken for hung, and restarted, when it does not."""
        if self._limit is not None and self._beats_within_s is not None:
            self._limit.reschedule(asyncio.get_running_loop().time() + self._beats_within_s)

    def supervised_by(self, task: "asyncio.Task[None]") -> None:
        """Take the task that keeps it running."""
        self._task = task

    async def run(self, run: Run) -> None:
        """Run it once.

        Raises:
            ProducerHung: it has not shown life in time.
        """
        try:
            async with asyncio.timeout(self._beats_within_s) as self._limit:
                await run()
        except TimeoutError as silence:
            if self._limit is None or not self._limit.expired():
                raise
            raise ProducerHung(f"no sign of life within {self._beats_within_s:g} s") from silence

    def cancel(self) -> None:
        """Stop it; returns at once, the task ends in its own turn."""
        self._task.cancel()


class Producers:
    """The producers of one service; `len` counts those that live."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        sleep: Sleep = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.restarts = 0
        self.hung = 0
        """How many of them were for a promise of life that was not kept."""
        self.tracer: Tracer = NO_TRACING
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._chance = chance
        self._tasks: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    def start(
        self,
        name: str,
        run: Run,
        *,
        on_restart: Callable[[Exception], None] | None = None,
        beats_within_s: float | None = None,
    ) -> Producer:
        """Run a producer until it returns or is cancelled.

        When it raises, `on_restart` is told (to mark its topics stale) and it runs anew after a
        delay of full jitter. With `beats_within_s` it must call `Producer.beat` that often, or it
        is cancelled and counts as dead: silence of a market is no fault, so each says for itself.
        """
        producer = Producer(name, beats_within_s)
        supervision = self._supervise(producer, run, on_restart)
        # Its life is nobody's: who asked first is not whom its log lines are about.
        task = asyncio.get_running_loop().create_task(supervision, name=name, context=Context())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        producer.supervised_by(task)
        return producer

    async def stop(self) -> None:
        """Cancel all and wait until they have ended."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _supervise(
        self, producer: Producer, run: Run, on_restart: Callable[[Exception], None] | None
    ) -> None:
        delay_s = FIRST_DELAY_S
        while True:
            started_s = self._clock.monotonic_s()
            try:
                await producer.run(run)
                return
            except Exception as error:
                if self._clock.monotonic_s() - started_s >= HEALTHY_AFTER_S:
                    delay_s = FIRST_DELAY_S
                facts = {"trading_pro.producer": producer.name, "error.type": type(error).__name__}
                with self.tracer.begin("restart a producer", facts):
                    self._report(producer.name, error, on_restart)
                    await self._sleep(delay_s * self._chance())
            delay_s = min(2 * delay_s, LONGEST_DELAY_S)

    def _report(
        self, name: str, error: Exception, on_restart: Callable[[Exception], None] | None
    ) -> None:
        self.restarts += 1
        self.hung += isinstance(error, ProducerHung)
        logger.error("producer_died name=%s", name, exc_info=error)
        if on_restart is not None:
            on_restart(error)


@runtime_checkable
class ProducingService(Protocol):
    """A service whose producers are counted in `/health`."""

    producers: Producers
