"""Random books through the hub to a client that pauses: it must end with the book."""

import json
import os
import random
from typing import Any

import pytest

from trading_api.models.market import Depth, DepthLevel
from trading_api.modules.datafeed.depth.service import merge_depth
from trading_api.modules.datafeed.ws import DepthWsRouter
from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.messages import Recover
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import RecordingService
from trading_api.shared.ws.testing.core import FakeLine, idle_turn

SCHEDULES = int(os.environ.get("TP_TEST_SCHEDULES", "400"))
Side = dict[float, float]


class Market:
    """A book of few prices that changes at random, and the topic that tells of it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.bids: Side = {}
        self.asks: Side = {}
        self.version = 0
        delivery = Delivery("latest", merge=merge_depth)
        router = DepthWsRouter(route="depth", service=RecordingService(), delivery=delivery)
        self.topic = HubTopic('depth:{"symbol":"X"}', router, "e1", idle_turn())

    def publish_whole(self) -> None:
        self._publish(None, self.bids, self.asks)

    def publish_change(self) -> None:
        changes = [self._change(side, low) for side, low in ((self.bids, 1), (self.asks, 11))]
        self._publish(self.version, *changes)

    def _change(self, side: Side, low: int) -> Side:
        prices = self.chance.sample(range(low, low + 10), self.chance.randrange(4))
        changes: Side = {price / 4: self.chance.randrange(4) / 2 for price in prices}
        side |= changes
        for price in [price for price, size in side.items() if not size]:
            del side[price]
        return changes

    def _publish(self, follows: int | None, bids: Side, asks: Side) -> None:
        self.version += 1
        update = Depth(
            version=self.version,
            follows=follows,
            time=self.version,
            received=self.version,
            bids=[DepthLevel(price=price, size=size) for price, size in bids.items()],
            asks=[DepthLevel(price=price, size=size) for price, size in asks.items()],
        )
        self.topic.publish(update.model_dump_json(), key="", ts=self.version)


class Client:
    """Applies what comes as the page does: a book replaces, a change must follow its book."""

    def __init__(self) -> None:
        self.bids: Side = {}
        self.asks: Side = {}
        self.version: int | None = None
        self.seq = 0

    def take(self, update: dict[str, Any]) -> None:
        said = update["payload"]
        if "snapshot" not in update:
            assert update["seq"] == self.seq + 1 + update.get("skipped", 0)
        self.seq = update["seq"]
        if said["follows"] is None:
            self.bids, self.asks = {}, {}
        else:
            assert said["follows"] == self.version
        self.version = said["version"]
        for side, changes in ((self.bids, said["bids"]), (self.asks, said["asks"])):
            side |= {level["price"]: level["size"] for level in changes}
            for price in [price for price, size in side.items() if not size]:
                del side[price]


@pytest.mark.parametrize("block", range(4))
def test_U3_whoever_pauses_ends_with_the_book(block: int) -> None:
    for seed in range(block, SCHEDULES, 4):
        market, client, line = Market(seed), Client(), FakeLine()
        market.publish_whole()
        subscribe(market.topic, line)
        for _ in range(120):
            step = market.chance.choice(["change", "change", "change", "whole", "read", "pause"])
            if step == "change":
                market.publish_change()
            elif step == "whole":
                market.publish_whole()
            else:
                listen(line, client, accepts=step == "read")
        listen(line, client, accepts=True)

        assert (client.bids, client.asks) == (market.bids, market.asks), seed
        assert (client.version, client.seq) == (market.version, market.topic.seq), seed


def subscribe(topic: HubTopic, line: FakeLine, recover: Recover | None = None) -> None:
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe", recover=recover))
    subscription.started(topic)


def listen(line: FakeLine, client: Client, *, accepts: bool) -> None:
    """Read what was written; the socket takes more, or stands still."""
    texts = line.take()
    if accepts:
        line.accept()
        texts += line.take()
    for frame in map(json.loads, texts):
        if frame.get("type") == "depth.update":
            client.take(frame["payload"])


def test_R1_who_recovers_gets_the_whole_book() -> None:
    market = Market(1)
    market.publish_whole()
    for _ in range(9):
        market.publish_change()
    line, client = FakeLine(), Client()

    client.seq = 4
    subscribe(market.topic, line, Recover(epoch="e1", seq=4))
    listen(line, client, accepts=True)

    assert (client.bids, client.asks, client.seq) == (market.bids, market.asks, 10)


def test_U3_two_changes_are_one_change() -> None:
    def change(version: int, **sides: list[tuple[float, float]]) -> Depth:
        levels = {
            name: [DepthLevel(price=price, size=size) for price, size in sides.get(name, [])]
            for name in ("bids", "asks")
        }
        return Depth(version=version, follows=version - 1, time=version, received=1, **levels)

    old, new = change(5, bids=[(9, 2), (8, 0)]), change(6, bids=[(9, 0)], asks=[(11, 3)])

    merged = merge_depth(old, new)

    assert (merged.follows, merged.version, merged.time) == (4, 6, 6)
    assert json.loads(merged.model_dump_json())["bids"] == [
        {"price": 9.0, "size": 0.0},
        {"price": 8.0, "size": 0.0},
    ]
    assert [one.price for one in merged.asks] == [11.0]
