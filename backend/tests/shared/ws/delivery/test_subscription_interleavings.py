"""The server's state machine against a strict client and a list, over random interleavings."""

import json
import os
import random
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import pytest

from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.messages import Entry, Recover, StatusPayload
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import MemoryHistory
from trading_api.shared.ws.testing.core import FakeLine, value_topic

SCHEDULES = int(os.environ.get("TP_TEST_SCHEDULES", "2000"))
LATEST = Delivery("latest", key="key")
SERIES = Delivery("latest", key="key", held=2)
RECENT = Delivery("recent", held=3)
LOSSLESS = Delivery("lossless")


@dataclass
class StrictClient:
    """Judges every frame as a client may, and keeps the state that it was told."""

    asked: list[Recover | None] = field(default_factory=list)
    live: bool = False
    closing: int = 0
    loading: int = 0
    position: int = 0
    gaps: int = 0
    told: str = "live"
    state: dict[str, int] = field(default_factory=dict)

    def take(self, frame: dict[str, Any]) -> None:
        if frame.get("status") == "ok" and "seq" in frame:
            self._answered(frame, self.asked.pop(0))
        elif frame.get("status") == "ok":
            self.closing -= 1
            self.live = False
            # Who forgets the state forgets its position too.
            self.state, self.position = {}, 0
        elif frame.get("status") is None and not self._is_deaf():
            judge = self._told if frame["type"].endswith(".status") else self._updated
            judge(frame["payload"])

    def cut(self) -> None:
        """The connection is gone; half a snapshot is no position (rule S5)."""
        if self.loading:
            self.state, self.position = {}, 0
        self.asked, self.live, self.closing, self.loading = [], False, 0, 0

    def begin_from(self, seq: int, state: dict[str, int]) -> None:
        """A list over REST said what there was."""
        self.position, self.state = seq, dict(state)

    def _is_deaf(self) -> bool:
        return any(recover is not None for recover in self.asked) and self.live

    def _answered(self, answer: dict[str, Any], recover: Recover | None) -> None:
        assert answer["held"] == (self.live and recover is None)
        if answer["held"]:
            assert answer["seq"] == self.position and answer["snapshot"] == 0
            return
        if answer["recovered"]:
            assert recover is not None and answer["seq"] == recover.seq
        else:
            self.state = {}
        self.live, self.position, self.told = True, answer["seq"], "live"
        self.loading = answer["snapshot"]

    def _told(self, status: dict[str, Any]) -> None:
        assert self.live and not self.loading, "a status before what it is about"
        assert self.position >= int(status.get("message", 0)), "a status ahead of an update"
        self.told = status["state"]

    def _updated(self, update: dict[str, Any]) -> None:
        assert self.live, "an update without a subscription"
        if self.loading:
            assert update["snapshot"] and update["seq"] == self.position
            self.loading -= 1
        else:
            assert "snapshot" not in update
            assert update["seq"] == self.position + 1 + update.get("skipped", 0)
            self.position = update["seq"]
            self.gaps += update.get("gap", False)
        self.state[key_of(update["payload"])] = update["payload"]


def key_of(number: int) -> str:
    return str(number % 3)


class World:
    """One topic, one connection, one client; every slow thing happens when a step says so."""

    def __init__(self, delivery: Delivery) -> None:
        self.history = MemoryHistory() if delivery.policy == "lossless" else None
        self.topic = value_topic(delivery, self.history)
        self.client = StrictClient()
        self.committed: deque[Entry] = deque()
        """In the record, not told to the topic yet."""
        self.listed: tuple[int, dict[str, int]] | None = None
        self.joined = 0
        """How often a subscription went on from a list."""
        self.connect()

    def connect(self) -> None:
        self.line = FakeLine(outbox_bytes=200)
        self.server = Subscription(self.topic.name, self.line)
        self.wire: list[str] = []
        self.started = 0

    def cut(self) -> None:
        self.server.close()
        self.client.cut()
        self.connect()

    def commit(self) -> None:
        if self.history is not None:
            self.committed.append(self.history.append(key_of(self.history.top + 1)))

    def publish(self) -> None:
        if self.history is None:
            number = self.topic.seq + 1
            self.topic.publish(str(number), key=key_of(number), ts=number)
            return
        if not self.committed:
            self.commit()
        self.topic.publish_entry(self.committed.popleft())

    def mark_stale(self) -> None:
        """Say it with the number of the update that it comes after."""
        after = str(self.topic.seq)
        stale = StatusPayload(topic=self.topic.name, state="stale", message=after)
        self.topic.set_status(stale)

    def read_list(self) -> None:
        if self.history is not None:
            top = self.history.top
            self.listed = (top, values_until(top))

    def join_from_list(self) -> None:
        client = self.client
        if self.listed is not None and not (client.live or client.asked or client.closing):
            client.begin_from(*self.listed)
            self.joined += 1
            self.subscribe(Recover(epoch="e1", seq=client.position))

    def subscribe(self, recover: Recover | None = None) -> None:
        if self.client.closing or self.client.asked:
            return
        self.client.asked.append(recover)
        self.server.handle(Request("subscribe", recover=recover))

    def recover(self) -> None:
        # Half a snapshot is no position (rule S5): who resumes from it has lost the other half.
        if not self.client.loading:
            self.subscribe(Recover(epoch="e1", seq=self.client.position))

    def recover_elsewhere(self) -> None:
        self.subscribe(Recover(epoch="", seq=0))

    def unsubscribe(self) -> None:
        if self.client.live and not self.client.asked and not self.client.closing:
            self.client.closing += 1
            self.server.handle(Request("unsubscribe"))

    def start_topic(self) -> None:
        if self.line.opened > self.started:
            self.started += 1
            self.server.started(self.topic)

    def read_history(self) -> None:
        self.line.start_reading()

    def return_history(self) -> None:
        if self.line.readings:
            self.line.finish_reading()

    def take(self) -> None:
        if not self.line.outbox.is_paused:
            self.wire = self.line.take()

    def deliver(self) -> None:
        if self.line.outbox.is_paused:
            for frame in self.wire:
                self.client.take(json.loads(frame))
            self.line.accept()

    def settle(self) -> None:
        while self.committed:
            self.publish()
        for _ in range(200):
            self.start_topic()
            self.return_history()
            self.take()
            self.deliver()


STEPS = [
    World.publish,
    World.subscribe,
    World.recover,
    World.recover_elsewhere,
    World.unsubscribe,
    World.start_topic,
    World.read_history,
    World.return_history,
    World.take,
    World.deliver,
    World.cut,
    World.commit,
    World.read_list,
    World.join_from_list,
    World.mark_stale,
]

# Requests are rare beside updates and the socket's progress, as in life.
WEIGHTS = [6, 1, 1, 1, 1, 3, 3, 3, 3, 3, 0.5, 2, 0.5, 1, 2]
STEPS_A_SCHEDULE = 80


LISTING = [World.publish, World.commit, World.read_list]
"""What happens before a client that lists first has a connection."""


def run(delivery: Delivery, seed: int) -> World:
    return run_on(World(delivery), random.Random(seed))


def run_on(world: World, chance: random.Random) -> World:
    for step in chance.choices(STEPS, WEIGHTS, k=STEPS_A_SCHEDULE):
        step(world)
    world.settle()
    world.subscribe()
    world.settle()
    assert world.client.position == world.topic.seq, "all that was published has come"
    assert (world.client.told == "live") == (world.topic.trouble is None), "the newest word"
    world.publish()
    world.settle()
    return world


def truth(world: World) -> dict[str, int]:
    return values_until(world.topic.seq)


def values_until(seq: int) -> dict[str, int]:
    return {key_of(number): number for number in range(1, seq + 1)}


@pytest.mark.parametrize("block", range(10))
def test_U1_lossless_loses_and_doubles_nothing(block: int) -> None:
    for seed in range(block, SCHEDULES, 10):
        world = run(LOSSLESS, seed)

        assert world.server.state == "live", seed
        assert world.client.position == world.topic.seq, seed
        assert world.client.state == truth(world), seed


def test_R6_a_list_and_its_stream_join_without_a_seam() -> None:
    joined = 0
    for seed in range(SCHEDULES, SCHEDULES + SCHEDULES // 2):
        world = World(LOSSLESS)
        chance = random.Random(seed)
        for step in chance.choices(LISTING, k=30):
            step(world)
        world.join_from_list()
        joined += world.joined
        run_on(world, chance)

        assert world.client.state == truth(world), seed
    assert joined > SCHEDULES // 4, "most schedules go on from a list"


@pytest.mark.parametrize("block", range(10))
def test_U2_latest_ends_with_the_newest_value_of_every_key(block: int) -> None:
    for seed in range(block, SCHEDULES, 10):
        world = run(LATEST, seed)

        assert world.client.position == world.topic.seq, seed
        assert world.client.state == truth(world), seed


@pytest.mark.parametrize("delivery", [SERIES, RECENT])
def test_U3_bounded_retention_keeps_order_and_counts_what_was_skipped(delivery: Delivery) -> None:
    for seed in range(SCHEDULES):
        world = run(delivery, seed)

        newest = world.topic.seq
        assert world.client.position == newest, seed
        assert world.client.state[key_of(newest)] == newest, seed
