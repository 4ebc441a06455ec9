import asyncio
import json
from typing import Any

import pytest

from trading_api.shared.ws.connections.connection import FRAMES_A_TURN, Connection
from trading_api.shared.ws.connections.streams import Streams
from trading_api.shared.ws.hub.hub import Hub
from trading_api.shared.ws.hub.lifecycle import TopicLifecycle
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.testing import ManualClock, RecordingService, Value, ValueWsRouter
from trading_api.shared.ws.testing.core import (
    RecordingSink,
    accept,
    blocking_outbox,
    idle_turn,
    take,
)

PAYLOAD = {"name": "x"}
SUBSCRIBE = {"type": "values.subscribe", "payload": PAYLOAD}
UNSUBSCRIBE = {"type": "values.unsubscribe", "payload": PAYLOAD}


class Process:
    """A process with one route; `connect` gives connections whose outboxes the test reads."""

    def __init__(self, **limits: Any) -> None:
        self.clock, self.service = ManualClock(), RecordingService()
        self.limits = Limits(linger_s=0, **limits)
        self.turn = idle_turn()
        hub = Hub(lambda: "e1", self.turn)
        self.lifecycle = TopicLifecycle(hub, self.limits, self.clock)
        self.router = ValueWsRouter(route="values", service=self.service)
        routers = {"values": self.router}
        self.streams = Streams(routers, self.lifecycle, self.turn, self.limits, self.clock)

    def connect(self) -> "Peer":
        outbox, sink = blocking_outbox()
        return Peer(Connection(self.streams, outbox, "local"), sink)


class Peer:
    """One client of the process."""

    def __init__(self, connection: Connection, sink: RecordingSink) -> None:
        self.connection = connection
        self.sink = sink

    async def send(self, frame: Any) -> None:
        await self.connection.receive(frame if isinstance(frame, str) else json.dumps(frame))

    async def answers(self, count: int = 1) -> list[dict[str, Any]]:
        """Return the next frames, letting the loop run until there are `count`."""
        frames: list[str] = []
        for _ in range(100):
            frames += take(self.connection.outbox, self.sink)
            accept(self.connection.outbox)
            if len(frames) >= count:
                break
            await asyncio.sleep(0)
        assert len(frames) == count, frames
        return [json.loads(frame) for frame in frames]

    async def ask(self, frame: Any) -> dict[str, Any]:
        await self.send(frame)
        return (await self.answers())[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nix",
        "NaN",
        '{"type":"ping","more":NaN}',
        '"\\ud800"',
        "5",
        '{"type":5}',
        "[]",
        "[1]",
        "[" * 300,
    ],
)
async def test_F1_what_is_no_frame_gets_one_error(text: str) -> None:
    answer = await Process().connect().ask(text)

    assert (answer["type"], answer["payload"]["code"]) == ("error", "invalid_frame")


@pytest.mark.parametrize("type_", ["nix", "values", "values.update", "nix.subscribe", ".", ""])
async def test_F2_an_unknown_type_gets_one_error(type_: str) -> None:
    answer = await Process().connect().ask({"type": type_, "id": 7})

    assert (answer["payload"]["code"], answer["id"]) == ("unknown_type", 7)


@pytest.mark.parametrize(
    ("frame", "field"),
    [
        ({"payload": {"name": 5}}, "name"),
        ({"payload": {}}, "name"),
        ({"payload": None}, "payload"),
        ({"payload": {"name": "x", "more": 1}}, "more"),
        ({"payload": PAYLOAD, "recover": {"epoch": "e"}}, "seq"),
        ({"payload": PAYLOAD, "recover": 5}, "recover"),
    ],
)
async def test_F2_an_invalid_payload_names_the_field(frame: dict[str, Any], field: str) -> None:
    answer = await Process().connect().ask({"type": "values.subscribe"} | frame)

    assert answer["type"] == "values.subscribe.response"
    assert answer["payload"]["code"] == "invalid_payload"
    assert field in answer["payload"]["message"]


@pytest.mark.parametrize("payload", [5, [1], {"t": "x"}, {"t": True}])
async def test_F2_a_bad_ping_is_an_invalid_frame(payload: Any) -> None:
    answer = await Process().connect().ask({"type": "ping", "payload": payload})

    assert answer["payload"]["code"] == "invalid_frame"


@pytest.mark.parametrize("id_", ["a", "x" * 64, 0, -5, 2**53])
async def test_F3_a_usable_id_is_echoed(id_: Any) -> None:
    peer = Process().connect()

    answers = [await peer.ask({**SUBSCRIBE, "id": id_}), await peer.ask({"type": "nix", "id": id_})]

    assert [answer["id"] for answer in answers] == [id_, id_]


@pytest.mark.parametrize("id_", ["x" * 65, 1.5, 2**53 + 1, True, None, [1], {}])
async def test_F3_an_unusable_id_is_not_echoed(id_: Any) -> None:
    answer = await Process().connect().ask({**SUBSCRIBE, "id": id_})

    assert answer["payload"]["status"] == "ok" and "id" not in answer


async def test_F3_a_duplicate_in_flight_is_answered_without_id() -> None:
    process = Process()
    peer = process.connect()
    process.service.gate.clear()
    await peer.send({**SUBSCRIBE, "id": 1})
    await peer.send({**UNSUBSCRIBE, "id": 1})

    process.service.gate.set()
    first, second = await peer.answers(2)

    assert first["id"] == 1 and "id" not in second


async def test_F3_a_frame_that_is_none_does_not_echo_an_id_in_flight() -> None:
    process = Process()
    peer = process.connect()
    process.service.gate.clear()
    await peer.send({**SUBSCRIBE, "id": 1})

    refused = await peer.ask({"type": 5, "id": 1})

    assert refused["payload"]["code"] == "invalid_frame" and "id" not in refused


async def test_F4_unknown_envelope_fields_are_ignored() -> None:
    answer = await Process().connect().ask({**SUBSCRIBE, "from_the_future": 1})

    assert answer["payload"]["status"] == "ok"


async def test_F7_an_array_is_treated_in_order_and_answered_one_by_one() -> None:
    peer = Process().connect()

    await peer.send([{"type": "ping"}, {"type": "nix"}, SUBSCRIBE])

    types = [answer["type"] for answer in await peer.answers(3)]
    assert types == ["pong", "error", "values.subscribe.response"]


async def test_F7_an_array_beyond_the_limit_is_one_invalid_frame() -> None:
    peer = Process(frames_per_array=2).connect()

    answer = await peer.ask([{"type": "ping"}] * 3)

    assert answer["payload"]["code"] == "invalid_frame"


async def test_U4_a_long_array_lets_others_have_their_turn() -> None:
    peer, turns = Process().connect(), 0
    sending = asyncio.create_task(peer.send([{"type": "ping"}] * 500))

    while not sending.done():
        turns += 1
        await asyncio.sleep(0)

    assert turns > 500 / FRAMES_A_TURN
    assert len(await peer.answers(500)) == 500


async def test_S2_a_connection_that_dies_amid_an_array_joins_nothing_more() -> None:
    process = Process()
    peer = process.connect()
    requests = [{**SUBSCRIBE, "payload": {"name": str(number)}} for number in range(500)]
    sending = asyncio.create_task(peer.send(requests))
    await asyncio.sleep(0)

    peer.connection.close()
    await sending

    assert len(process.service.created) <= FRAMES_A_TURN and len(process.lifecycle) == 0


async def test_F8_ping_tells_the_servers_clock_and_contract() -> None:
    answer = await Process().connect().ask({"type": "ping", "payload": {"t": 12.5}})

    assert answer["payload"] == {"t": 12.5, "ts": 1_700_000_000_000, "contract": 1}


async def test_S1_a_slow_topic_does_not_delay_another() -> None:
    process = Process()
    peer = process.connect()
    process.service.gate.clear()
    await peer.send(SUBSCRIBE)

    answer = await peer.ask({"type": "ping"})

    assert answer["type"] == "pong"
    process.service.gate.set()
    assert (await peer.answers())[0]["payload"]["status"] == "ok"


async def test_S1_an_update_still_unsent_leaves_before_the_end() -> None:
    process = Process()
    peer = process.connect()
    await peer.ask(SUBSCRIBE)
    process.service.updates['values:{"name":"x"}'](Value(key="a", number=1))

    await peer.send(UNSUBSCRIBE)

    assert [answer["type"] for answer in await peer.answers(2)] == [
        "values.update",
        "values.unsubscribe.response",
    ]


async def test_S2_subscribing_twice_and_leaving_once_leaves() -> None:
    process = Process()
    peer = process.connect()
    for frame in (SUBSCRIBE, SUBSCRIBE, UNSUBSCRIBE):
        await peer.ask(frame)

    assert process.service.removed == ['values:{"name":"x"}']


async def test_S2_a_dead_connection_releases_its_topics() -> None:
    process = Process()
    peer = process.connect()
    await peer.ask(SUBSCRIBE)

    peer.connection.close()

    assert len(process.lifecycle) == 0 and len(process.service.removed) == 1


async def test_S3_nobody_ends_the_subscription_of_another() -> None:
    process = Process()
    holder, stranger = process.connect(), process.connect()
    await holder.ask(SUBSCRIBE)

    answer = await stranger.ask(UNSUBSCRIBE)
    process.service.updates['values:{"name":"x"}'](Value(key="a", number=1))

    assert answer["payload"]["code"] == "not_subscribed"
    assert (await holder.answers())[0]["type"] == "values.update"


async def test_E2_subscriptions_beyond_the_limit_are_refused() -> None:
    process = Process(subscriptions=1)
    peer = process.connect()
    await peer.ask(SUBSCRIBE)

    answer = await peer.ask({"type": "values.subscribe", "payload": {"name": "y"}})

    assert answer["payload"]["code"] == "limit_exceeded"
    assert len(peer.connection.subscriptions) == 1


async def test_E3_many_bad_frames_in_a_short_time_are_abuse() -> None:
    peer = Process(bad_frames=3).connect()
    for _ in range(2):
        await peer.ask("nix")
    assert not peer.connection.is_abusive

    await peer.ask({"type": "values.subscribe"})

    assert peer.connection.is_abusive


async def test_E3_bad_frames_far_apart_are_borne() -> None:
    process = Process(bad_frames=3)
    peer = process.connect()
    for _ in range(10):
        await peer.ask("nix")
        process.clock.advance(6)

    assert not peer.connection.is_abusive
