"""One server through the plan: events are published, faults happen, listeners are watched."""

import asyncio
import time
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cuts.listener_log import now_ms

from trading_api.shared.ws.testing import Conditions, FaultProxy

from .listeners import (
    Listener,
    StrictListener,
    TutorialListener,
    strict_frame,
    take_nothing,
    tutorial_frame,
)
from .plan import POSITIONS, Fault, Plan
from .serving import PRODUCT, Contender, Served

EVENT_S, AGAIN_S = 0.1, 0.2
OLD_MS = 3_000
"""From then on a level is old: 75 others were due."""
WATCH_S = 0.05
CATCH_UP_S = 12.0
CANCEL_S = 1.0
ACKNOWLEDGED_S = 20.0
STALLED = 2
UNDISTURBED = (1, STALLED)
"""Whose levels those listeners share that meet no fault."""
SLOW = {"throttle": Conditions(bytes_per_s=32_000), "delay": Conditions(0.2, 0.1)}
GIVES_UP, GOES_ON, STRICT = "five attempts", "for ever", "by its place"


@dataclass
class Watched:
    """A listener, and how long it showed what was old without knowing."""

    kind: str
    listener: Listener
    is_disturbed: bool
    old_s: float = 0.0
    longest_old_s: float = 0.0
    hears_at_end: bool = False
    ages: list[tuple[int, int]] = field(default_factory=list)
    """Moments (Unix ms), and how old the shown level was then."""
    _old_now_s: float = 0.0

    def look(self, passed_s: float) -> None:
        at = self.listener.heard.level_at
        if at is not None:
            self.ages.append((now_ms(), now_ms() - at))
        if self.listener.believes_live and self._is_old():
            self.old_s += passed_s
            self._old_now_s += passed_s
            self.longest_old_s = max(self.longest_old_s, self._old_now_s)
        else:
            self._old_now_s = 0.0

    def look_last(self) -> None:
        self.hears_at_end = self.listener.believes_live and not self._is_old()

    def _is_old(self) -> bool:
        at = self.listener.heard.level_at
        return at is not None and now_ms() - at > OLD_MS


@dataclass
class Trial:
    """What happened to one contender."""

    contender: Contender
    plan: Plan
    watched: list[Watched] = field(default_factory=list)
    told: dict[int, int] = field(default_factory=dict)
    """Each event that was acknowledged, with the moment of its first attempt (Unix ms)."""
    unanswered: int = 0
    """Events that never were."""
    began: int = 0
    before: dict[str, int] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    stall_mib: float = 0.0
    """What the server gained in memory while a reader took nothing."""


class Stage:
    """`play` is called once."""

    def __init__(self, contender: Contender, plan: Plan, seed: int, folder: Path) -> None:
        self.trial = Trial(contender, plan)
        self._server = Served(contender, folder)
        self._kinds = (STRICT,) if contender is PRODUCT else (GIVES_UP, GOES_ON)
        target = ("127.0.0.1", self._server.port)
        self._proxies = [
            FaultProxy(target, seed=seed + n) for n in range(POSITIONS * len(self._kinds))
        ]
        self._tasks: set[asyncio.Task[None]] = set()
        self._publishing: set[asyncio.Task[None]] = set()

    async def play(self, leave_s: float) -> Trial:
        """Return after the server had `leave_s` to let go of listeners that vanished."""
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._server.end)
            stack.push_async_callback(self._cancel)
            for proxy in self._proxies:
                await stack.enter_async_context(proxy)
            await self._server.start()
            self.trial.before = await self._server.held()
            self._listen()
            self._spawn(self._watch())
            self._spawn(self._stall())
            await self._through()
            await asyncio.sleep(CATCH_UP_S * min(1.0, self.trial.plan.seconds / 60))
            for watched in self.trial.watched:
                watched.look_last()
            await self._vanish()
            await asyncio.sleep(leave_s)
            self.trial.left = await self._server.held()
        return self.trial

    def _listen(self) -> None:
        """Each kind has every position; two more of the last kind meet no fault."""
        for number, proxy in enumerate(self._proxies):
            kind = self._kinds[number // POSITIONS]
            self._add(kind, proxy.port, number % POSITIONS, is_disturbed=True)
        for number in UNDISTURBED:
            self._add(self._kinds[-1], self._server.port, number, is_disturbed=False)

    def _add(self, kind: str, port: int, number: int, *, is_disturbed: bool) -> None:
        topics = ["events", f"levels:{number}"]
        listener: Listener
        if kind == STRICT:
            listener = StrictListener(port, topics, str(number))
        else:
            listener = TutorialListener(port, topics, 5 if kind == GIVES_UP else None)
        self.trial.watched.append(Watched(kind, listener, is_disturbed))
        self._spawn(listener.run())

    async def _through(self) -> None:
        """Publish and let the faults happen until the plan is over."""
        await asyncio.sleep(1.0)
        began_s = time.monotonic()
        self.trial.began = now_ms()
        faults = [self._spawn(self._happen(fault)) for fault in self.trial.plan.faults]
        n = 0
        while (passed_s := time.monotonic() - began_s) < self.trial.plan.seconds:
            n += 1
            self.trial.unanswered += 1
            task = self._spawn(self._publish(n))
            self._publishing.add(task)
            task.add_done_callback(self._publishing.discard)
            await asyncio.sleep(max(0.0, n * EVENT_S - passed_s))
        await asyncio.gather(*faults)
        # A reader that holds up a loop over all of them may hold up its events for ever.
        if self._publishing:
            await asyncio.wait(list(self._publishing), timeout=ACKNOWLEDGED_S)

    async def _publish(self, n: int) -> None:
        """Tell the server until it acknowledges."""
        first = now_ms()
        while True:
            if await self._server.publish(n):
                self.trial.told[n] = first
                self.trial.unanswered -= 1
                return
            await asyncio.sleep(AGAIN_S)

    async def _happen(self, fault: Fault) -> None:
        await asyncio.sleep(fault.at_s)
        if fault.kind == "kill":
            await self._server.kill()
            await asyncio.sleep(fault.seconds)
            await self._server.start()
        elif fault.kind == "suspend":
            self._server.suspend()
            await asyncio.sleep(fault.seconds)
            self._server.resume()
        else:
            met = self._proxies[fault.position :: POSITIONS]
            await asyncio.gather(*(self._meet(fault, proxy) for proxy in met))

    @staticmethod
    async def _meet(fault: Fault, proxy: FaultProxy) -> None:
        if fault.kind == "half-open":
            proxy.half_open("both")
        elif fault.kind == "close":
            proxy.close()
        elif fault.kind == "reset":
            proxy.reset()
        elif fault.kind == "stall":
            proxy.stall()
            await asyncio.sleep(fault.seconds)
            proxy.resume()
        elif fault.kind == "refuse":
            proxy.refusing = True
            proxy.reset()
            await asyncio.sleep(fault.seconds)
            proxy.refusing = False
        else:
            proxy.conditions = SLOW[fault.kind]
            await asyncio.sleep(fault.seconds)
            proxy.conditions = Conditions()

    async def _watch(self) -> None:
        last_s = time.monotonic()
        while True:
            await asyncio.sleep(WATCH_S)
            passed_s, last_s = time.monotonic() - last_s, time.monotonic()
            for watched in self.trial.watched:
                watched.look(passed_s)

    async def _stall(self) -> None:
        """Have one more reader take nothing for a while, and see what that costs the server."""
        begin_s, end_s = self.trial.plan.stalled
        # `_through` begins a second later than this.
        await asyncio.sleep(begin_s + 1.0)
        before = self._server.memory_mib()
        frame = strict_frame if STRICT in self._kinds else tutorial_frame
        frames = [frame("events"), frame(f"levels:{STALLED}")]
        stalled = self._spawn(take_nothing(self._server.port, frames, end_s - begin_s))
        await asyncio.sleep(end_s - begin_s - 1.0)
        self.trial.stall_mib = self._server.memory_mib() - before
        await stalled

    async def _vanish(self) -> None:
        """Have every listener go without a word."""
        for proxy in self._proxies:
            proxy.refusing = True
            proxy.reset()
        await self._cancel()

    async def _cancel(self) -> None:
        # Again and again: in Python 3.11 a wait that ends at the same moment swallows it.
        while self._tasks:
            for task in self._tasks:
                task.cancel()
            await asyncio.wait(list(self._tasks), timeout=CANCEL_S)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
