"""The play that a client is judged in: what the scripted server holds, and what it expects."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from .guest import Guest
from .peer import Frame
from .streams_of_the_play import STREAMS, Stream
from .verdicts import Broken, NoAnswer, expect

DRAINING = 4000


@dataclass(frozen=True)
class Pace:
    """How long is waited, in seconds."""

    answer_s: float = 5.0
    """For what the client owes on an open connection."""
    back_s: float = 35.0
    """For a client to come back: the longest wait that rule R4 allows, and some."""
    quiet_s: float = 0.2
    """For what must not come."""
    gone_s: float = 3.0
    """For a client to come back that must not."""


Position = tuple[str, int]


@dataclass
class Play:
    """One client's life; scenes begin when it has just asked for all that it listens to."""

    arrivals: "asyncio.Queue[Guest]"
    pace: Pace
    guests: list[Guest] = field(default_factory=list)
    asked: dict[str, Frame] = field(default_factory=dict)
    """The request of each route that waits for its answer."""
    failed: set[str] = field(default_factory=set)
    """Routes that were refused for good."""
    topics: dict[str, str] = field(default_factory=dict)

    @property
    def guest(self) -> Guest:
        return self.guests[-1]

    @property
    def wanted(self) -> list[Stream]:
        """The streams that the client listens to."""
        return [stream for stream in STREAMS.values() if stream.route not in self.failed]

    async def open(self, within_s: float) -> None:
        """Wait for the client to come and to ask for each of its topics, once.

        Raises:
            NoAnswer: it did not.
            Broken: it asked for something else, or twice.
        """
        try:
            guest = await asyncio.wait_for(self.arrivals.get(), within_s)
        except TimeoutError:
            raise NoAnswer(f"the client did not come within {within_s:g} s") from None
        await self.welcome(guest)

    async def welcome(self, guest: Guest) -> None:
        """Hear what the client asks for on a new connection; as `open`."""
        self.guests.append(guest)
        self.asked = {}
        self.topics = {}
        wanted = {stream.route for stream in self.wanted}
        while self.asked.keys() != wanted:
            missing = ", ".join(sorted(wanted - self.asked.keys()))
            self._note(await guest.next_frame(self.pace.answer_s, f"subscribe to {missing}"))

    async def again(self, code: int = DRAINING) -> None:
        """End the connection and wait for the next one."""
        await self.guest.close(code)
        await self.open(self.pace.back_s)

    async def request(self, stream: Stream) -> Frame:
        """Return the next subscribe to a stream on this connection."""
        type_ = f"{stream.route}.subscribe"
        return await self.guest.until(
            lambda frame: frame["type"] == type_, self.pace.answer_s, f"{type_} anew"
        )

    async def go_live(self, *but: Stream) -> None:
        """Answer what was asked with the empty state at 10; all but these."""
        for stream in self.wanted:
            if stream not in but:
                await self.accept(stream, self.asked[stream.route], seq=10)

    async def accept(self, stream: Stream, request: Frame, **members: Any) -> None:
        """Answer ok; `epoch` e, `seq` 0 and no snapshot unless said otherwise."""
        topic = members.get("topic", stream.topic)
        self.topics[stream.route] = topic
        payload = {
            "status": "ok", "message": "", "topic": topic, "delivery": stream.delivery,
            "epoch": "e", "seq": 0, "snapshot": 0, "recovered": False, "held": False, **members,
        }  # fmt: skip
        await self._answer(request, payload)

    async def refuse(self, request: Frame, code: str, *, temporary: bool) -> None:
        payload = {"status": "error", "code": code, "message": code, "temporary": temporary}
        await self._answer(request, payload)

    async def update(self, stream: Stream, seq: int, **members: Any) -> None:
        """Send one update of what was subscribed last."""
        topic = self.topics.get(stream.route, stream.topic)
        update = {"topic": topic, "payload": stream.payload, "seq": seq, "ts": 1_700_000_000_000}
        await self.guest.say({"type": f"{stream.route}.update", "payload": {**update, **members}})

    async def status(self, stream: Stream, **members: Any) -> None:
        topic = self.topics.get(stream.route, stream.topic)
        await self.guest.say(
            {"type": f"{stream.route}.status", "payload": {"topic": topic, **members}}
        )

    def expect_position(self, stream: Stream, seq: int | None, epoch: str = "e") -> None:
        """Expect that the client asks to go on from there; None: that it asks for the state."""
        expect_recover(self.asked[stream.route], seq, epoch)

    async def expect_no_request(self, stream: Stream) -> None:
        """Expect that the client goes on as if nothing had happened."""
        asked = [one for one in await self.guest.during(self.pace.quiet_s) if _is_of(one, stream)]
        if asked:
            raise Broken(f"no request for {stream.route}", asked)

    async def _answer(self, request: Frame, payload: Frame) -> None:
        answer: Frame = {"type": f"{request['type']}.response", "payload": payload}
        await self.guest.say({**answer, "id": request["id"]} if "id" in request else answer)

    def _note(self, frame: Frame) -> None:
        route, _, verb = frame["type"].rpartition(".")
        if frame["type"] == "ping":
            return
        if verb != "subscribe" or route not in {stream.route for stream in self.wanted}:
            wanted = ", ".join(stream.route for stream in self.wanted)
            raise Broken(f"subscribes to {wanted}", frame, "R3")
        expect(route not in self.asked, f"one subscribe to {route}", frame, "R3")
        params = STREAMS[route].params
        expect(frame.get("payload") == params, f"the params {params}", frame, "R3")
        self.asked[route] = frame


def expect_recover(request: Frame, seq: int | None, epoch: str = "e") -> None:
    """Expect a request that goes on from there; None: one that asks for the state anew."""
    recover = request.get("recover")
    if seq is None:
        # An epoch that cannot match asks for the state just as well.
        if recover is not None and recover.get("epoch") != "":
            raise Broken("a subscribe without recover", request)
    elif recover != {"epoch": epoch, "seq": seq}:
        raise Broken(f"recover of epoch {epoch} and seq {seq}", request)


def _is_of(frame: Frame, stream: Stream) -> bool:
    return bool(frame["type"].startswith(f"{stream.route}."))
