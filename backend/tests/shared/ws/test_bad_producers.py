"""One bad producer: its own subscribers are told, and everybody else goes on (rules E4, U4)."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import WebSocketRoute

from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.producers import Producer, Producers
from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteService
from trading_api.shared.ws.testing import Value, ValueWsRouter
from trading_api.shared.ws.ws_app import WsApp

HUNG_AFTER_S = 0.05
GOOD_UPDATES = 20

Work = Callable[[TopicUpdate, int], Awaitable[None]]


class Feed(WsRouteService):
    """Runs `work(topic_update, number of the run)` for its topic."""

    def __init__(self, work: Work, beats_within_s: float | None = None) -> None:
        self.producers = Producers(chance=lambda: 0.0)
        self.runs = 0
        self._work = work
        self._beats_within_s = beats_within_s
        self._producer: Producer

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        def died(error: Exception) -> None:
            topic_update.status("stale", "producer_failed", str(error))

        async def run() -> None:
            self.runs += 1
            await self._work(topic_update, self.runs)

        self._producer = self.producers.start(
            topic, run, on_restart=died, beats_within_s=self._beats_within_s
        )

    def remove_topic(self, topic: str) -> None:
        self._producer.cancel()


async def steadily(update: TopicUpdate, _: int) -> None:
    for number in range(GOOD_UPDATES):
        await asyncio.sleep(0.01)
        update(Value(key="a", number=number))
    await asyncio.Event().wait()


async def raises(update: TopicUpdate, run: int) -> None:
    if run == 1:
        raise ConnectionError("line cut")
    await recovers(update)


async def hangs(update: TopicUpdate, run: int) -> None:
    if run == 1:
        await asyncio.Event().wait()
    await recovers(update)


async def floods(update: TopicUpdate, _: int) -> None:
    """Publish a hundred times as often as the good one: a reader of all that must keep up."""
    while True:
        for number in range(10):
            update(Value(key="a", number=number))
        await asyncio.sleep(0.001)


async def sends_wrong_types(update: TopicUpdate, _: int) -> None:
    for wrong in (None, "text", {"key": "a", "number": 1}, object()):
        update(wrong)
    await recovers(update)


async def recovers(update: TopicUpdate) -> None:
    update(Value(key="a", number=7))


class Heard:
    """What one client heard of a bad stream and of a good one."""

    def __init__(self, work: Work, beats_within_s: float | None = None) -> None:
        self.bad = Feed(work, beats_within_s)
        self.good = Feed(steadily)
        ws_app = WsApp(Limits(linger_s=0))
        ws_app.add_routers(
            ValueWsRouter(route=route, service=service)
            for route, service in (("bad", self.bad), ("good", self.good))
        )
        app = FastAPI(routes=[WebSocketRoute("/ws", ws_app.endpoint.serve)])
        with TestClient(app) as client, client.websocket_connect("/ws") as peer:
            for route in ("bad", "good"):
                peer.send_json({"type": f"{route}.subscribe", "payload": {"name": "x"}})
            self.frames = list(self._until_done(peer))

    def _until_done(self, peer: Any) -> Iterator[dict[str, Any]]:
        done = set[str]()
        while done != {"good", "bad"}:
            frame = peer.receive_json()
            yield frame
            if frame["type"].endswith(".update"):
                route = frame["type"].partition(".")[0]
                if route == "bad" or frame["payload"]["seq"] == GOOD_UPDATES:
                    done.add(route)

    def of(self, type_: str) -> list[dict[str, Any]]:
        return [frame["payload"] for frame in self.frames if frame["type"] == type_]

    @property
    def good_is_whole(self) -> bool:
        seqs = [one["seq"] for one in self.of("good.update")]
        skipped = sum(one.get("skipped", 0) for one in self.of("good.update"))
        return seqs[-1] == GOOD_UPDATES == len(seqs) + skipped and not self.of("good.status")


@pytest.mark.parametrize(("work", "reason"), [(raises, "line cut"), (hangs, "no sign of life")])
def test_E4_one_that_dies_or_hangs_is_restarted_and_its_subscribers_are_told(
    work: Work, reason: str
) -> None:
    heard = Heard(work, HUNG_AFTER_S)

    [stale, live] = heard.of("bad.status")
    assert (stale["state"], stale["code"], live["state"]) == ("stale", "producer_failed", "live")
    assert reason in stale["message"]
    assert heard.bad.runs >= 2 and heard.of("bad.update")[0]["payload"]["number"] == 7
    assert heard.good_is_whole and heard.good.runs == 1


def test_U4_one_that_floods_delays_nobody_elses_updates() -> None:
    heard = Heard(floods)

    assert heard.good_is_whole
    numbers = [one["seq"] for one in heard.of("bad.update")]
    assert numbers == sorted(set(numbers))


def test_U6_one_that_sends_wrong_types_loses_these_alone() -> None:
    heard = Heard(sends_wrong_types)

    [update] = heard.of("bad.update")
    assert (update["seq"], update["payload"]["number"]) == (1, 7)
    assert heard.good_is_whole


async def test_E4_who_shows_life_is_not_restarted() -> None:
    producers, done = Producers(), asyncio.Event()

    async def run() -> None:
        for _ in range(5):
            await asyncio.sleep(HUNG_AFTER_S / 2)
            producer.beat()
        done.set()

    producer = producers.start("lively", run, beats_within_s=HUNG_AFTER_S * 4)
    await done.wait()
    await producers.stop()

    assert producers.restarts == 0
