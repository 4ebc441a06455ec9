"""The routes of the practice server: each has something to say, and something that may go wrong."""

import asyncio
from collections.abc import Sequence
from itertools import count
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, create_model

from trading_api.models.wire import RequestModel
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import (
    Delivery,
    HistoryPosition,
    TopicUpdate,
    WsRouteInterface,
)
from trading_api.shared.ws.testing import MemoryHistory
from trading_api.shared.ws.topics import split_topic

EVERY_S = 0.01
SELDOM_S = 0.2
ARCHIVED = 600
# The one update that is too large to be sent.
TOO_LARGE_AT = 5
TOO_LARGE = 300_000


class Said(BaseModel):
    """An update of every route."""

    key: str
    number: int
    text: str = ""


class SpokenRequest(RequestModel):
    """What may be listened to; other volumes are silent."""

    symbol: Annotated[str, AfterValidator(str.strip)] = Field(examples=["x"])
    volume: int = Field(examples=[3])


class Part(BaseModel):
    """A model inside of a request."""

    name: str
    sizes: list[int] = []


class NotedRequest(RequestModel):
    """Params with a model, a list and a default in them."""

    part: Part = Field(examples=[{"sizes": [2, 1], "name": "\x7f"}])
    note: str = Field(examples=["n"])
    kind: str = "usual"


# Beyond the first plane, so that UTF-16 sorts the first name before the second.
HARD_NAMES: dict[str, Any] = {
    "\U00010400": (bool, Field(examples=[True])),
    "\ufa0e": (list[str], Field(examples=[["\u00e9", "\u2028", '"\\']])),
}
SpelledRequest = create_model("SpelledRequest", __base__=NotedRequest, **HARD_NAMES)


class OwnedRequest(RequestModel):
    """A topic of somebody."""

    owner: str = Field(examples=["me"])


class SpokenWsRouter(WsRouter[SpokenRequest, Said]):
    """A route of what is spoken."""

    request_model = SpokenRequest
    update_model = Said


class SpelledWsRouter(WsRouter[NotedRequest, Said]):
    """A route whose topics are hard to spell."""

    request_model = SpelledRequest
    update_model = Said


class OwnedWsRouter(WsRouter[OwnedRequest, Said]):
    """A route whose service breaks over foreign owners."""

    request_model = OwnedRequest
    update_model = Said


class Speaker:
    """A service whose topics count."""

    def __init__(self, every_s: float = EVERY_S, keys: int = 3) -> None:
        self._every_s = every_s
        self._keys = keys
        self._speaking: dict[str, asyncio.Task[None]] = {}

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        _, params = split_topic(topic)
        if params.get("symbol", "x") != "x":
            raise Refusal("unknown_symbol", f"expected x, got {params['symbol']}")
        if params.get("volume", 3) == 3:
            self._speaking[topic] = asyncio.create_task(self._speak(topic, topic_update))

    def remove_topic(self, topic: str) -> None:
        if topic in self._speaking:
            self._speaking.pop(topic).cancel()

    async def _speak(self, topic: str, topic_update: TopicUpdate) -> None:
        for number in count():
            text = "x" * TOO_LARGE if number == TOO_LARGE_AT else ""
            topic_update(Said(key=str(number % self._keys), number=number, text=text))
            await asyncio.sleep(self._every_s)


class Series(Speaker):
    """A service whose topics go from key to key and never back."""

    async def _speak(self, topic: str, topic_update: TopicUpdate) -> None:
        for number in count():
            topic_update(Said(key=str(number), number=number))
            await asyncio.sleep(self._every_s)


class Owned(Speaker):
    """A service that breaks when it is asked for what belongs to others."""

    def authorize(self, topic: str, principal: str) -> None:
        _, params = split_topic(topic)
        if params["owner"] != "me":
            raise RuntimeError("no such owner")


class Record(MemoryHistory):
    """A record that begins at its floor; it is written before its topic is told."""

    def __init__(self, floor: int) -> None:
        super().__init__()
        self.floor = floor
        for number in range(floor):
            self.append(str(number))

    def append(self, key: str) -> Entry:
        # As old as a time in ms can be told from one in seconds.
        entry = super().append(key)._replace(ts=1_700_000_000_000 + self.top)
        self.entries[-1] = entry
        return entry

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        return await super().page(max(after, self.floor), limit)


class Forgetful(Record):
    """A record that cannot be read by every other one who goes on from a place: all is gone."""

    def __init__(self, floor: int) -> None:
        super().__init__(floor)
        self._places = count(1)
        self._is_damaged = False

    async def position(self) -> HistoryPosition:
        self._is_damaged = next(self._places) % 2 == 1
        return await super().position()

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        newest = {entry.key: entry for entry in self.entries}
        return await super().position(), list(newest.values())

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        page = await super().page(after, limit)
        return self.damaged(page) if self._is_damaged and len(page) > 1 else page

    def damaged(self, page: Sequence[Entry]) -> Sequence[Entry]:
        return []


class Holed(Forgetful):
    """A record of which every other one who goes on from a place gets a page with a hole."""

    def damaged(self, page: Sequence[Entry]) -> Sequence[Entry]:
        return [page[0], *page[2:]]


class Recorder(Speaker):
    """A service whose topics have a record."""

    def __init__(self, record: type[Record] = Record, floor: int = 0) -> None:
        super().__init__()
        self._record = record
        self._floor = floor
        self._records: dict[str, Record] = {}

    def history(self, topic: str) -> Record:
        if topic not in self._records:
            self._records[topic] = self._record(self._floor)
        return self._records[topic]

    async def _speak(self, topic: str, topic_update: TopicUpdate) -> None:
        for number in count():
            entry = self.history(topic).append(str(number % self._keys))
            await asyncio.sleep(self._every_s)
            topic_update.recorded(entry)


class Archive(Recorder):
    """A service that has said everything."""

    async def _speak(self, topic: str, topic_update: TopicUpdate) -> None:
        record = self.history(topic)
        if not record.entries:
            for number in range(ARCHIVED):
                topic_update.recorded(record.append(str(number % self._keys)))


class Steps(Recorder):
    """A service of three routes that each step touches, in their order."""

    ROUTES = ("orders", "executions", "positions")

    def __init__(self) -> None:
        super().__init__()
        self._topics: dict[str, tuple[str, TopicUpdate]] = {}
        self._stepping: asyncio.Task[None] | None = None

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        route, params = split_topic(topic)
        if params != {"symbol": "x", "volume": 3}:
            raise Refusal("unknown_symbol", f"expected x and 3, got {params}")
        self._topics[route] = topic, topic_update
        if self._stepping is None:
            self._stepping = asyncio.create_task(self._step())

    def remove_topic(self, topic: str) -> None:
        del self._topics[split_topic(topic)[0]]
        if self._stepping is not None and not self._topics:
            self._stepping.cancel()
            self._stepping = None

    async def _step(self) -> None:
        for step in count(1):
            for route in (one for one in self.ROUTES if one in self._topics):
                topic, topic_update = self._topics[route]
                entry = self.history(topic).append(route)._replace(step=step)
                self.history(topic).entries[-1] = entry
                topic_update.recorded(entry)
            await asyncio.sleep(self._every_s)


def practice_routers() -> list[WsRouteInterface]:
    """Return the routes, those first that every judgement of a delivery needs."""
    spoken, steps = Speaker(), Steps()

    def route(name: str, service: Any, delivery: Delivery) -> WsRouteInterface:
        return SpokenWsRouter(route=name, service=service, delivery=delivery)

    return [
        route("newest", spoken, Delivery(key="key")),
        route("tail", spoken, Delivery("recent", held=20)),
        route("record", Recorder(floor=5), Delivery("lossless")),
        route("series", Series(), Delivery(key="key", held=3)),
        route("whole", Speaker(SELDOM_S), Delivery(merge=_sum)),
        route("archive", Archive(), Delivery("lossless")),
        route("forgetful", Recorder(Forgetful), Delivery("lossless")),
        route("holed", Recorder(Holed), Delivery("lossless")),
        SpelledWsRouter(route="spelled", service=Speaker(SELDOM_S)),
        OwnedWsRouter(route="owned", service=Owned(SELDOM_S)),
        *(route(name, steps, Delivery("lossless")) for name in Steps.ROUTES),
    ]


def _sum(old: Said, new: Said) -> Said:
    return Said(key=new.key, number=old.number + new.number)
