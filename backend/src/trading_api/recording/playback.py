"""Plays a tape: its time, and each topic as it was heard."""

import asyncio
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Sequence

from trading_api.recording.taped_topics import Happening, TapedTopic
from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import History, HistoryPosition, TopicUpdate

Sleep = Callable[[float], Awaitable[None]]


class TapeClock:
    """The tape's time: stands at its start, and runs at `speed` once somebody listens."""

    def __init__(self, clock: Clock, speed: float, start_ms: int = 0) -> None:
        self.speed = speed
        self._clock = clock
        self._start_ms = start_ms
        self._began_s: float | None = None

    def begin(self) -> None:
        if self._began_s is None:
            self._began_s = self._clock.monotonic_s()

    @property
    def at(self) -> int:
        """The ms since the recording began."""
        if self._began_s is None:
            return self._start_ms
        passed_s = self._clock.monotonic_s() - self._began_s
        return self._start_ms + round(passed_s * 1000 * self.speed)


class Playback:
    """The topics of a tape as a service of streams: see `WsRouteService`."""

    def __init__(
        self,
        topics: dict[str, TapedTopic],
        clock: TapeClock,
        key_of: Callable[[str, str], str],
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Take what says, of a topic and a payload's text, which key the payload has."""
        self._topics = topics
        self._clock = clock
        self._key_of = key_of
        self._sleep = sleep
        self._updates: dict[str, TopicUpdate] = {}
        happenings = (one for topic in topics.values() for one in topic.happenings)
        self._script: Sequence[Happening] = sorted(happenings, key=lambda one: one.number)
        self._played = bisect_right(self._script, clock.at, key=lambda one: one.at)
        self._playing: asyncio.Task[None] | None = None

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        """Bring the topic to where the tape is, then let it follow."""
        taped = self._taped(topic)
        self._begin()
        for entry in taped.state:
            topic_update.recorded(self._keyed(topic, entry))
        self._updates[topic] = topic_update
        for happening in self._told(taped):
            self._tell(happening)
        if self._playing is not None and self._playing.done():
            _tell_the_end(topic_update)

    def remove_topic(self, topic: str) -> None:
        """Stop telling; the tape runs on."""
        self._updates.pop(topic, None)

    def epoch(self, topic: str) -> str:
        """Return the epoch that the topic had."""
        return self._taped(topic).epoch

    def history(self, topic: str) -> History:
        """Return the record of a lossless topic, as long as the tape has played it."""
        taped = self._taped(topic)
        return PlayedHistory(taped, lambda: self._told(taped))

    def updates(self, topic: str) -> list[Entry]:
        """Return the state that a topic began with and the updates so far."""
        taped = self._topics.get(topic)
        if taped is None:
            return []
        return [*taped.state, *_entries(self._told(taped))]

    async def stop(self) -> None:
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)
            self._playing = None

    def _begin(self) -> None:
        if self._playing is None:
            self._clock.begin()
            self._playing = asyncio.get_running_loop().create_task(self._play(), name="tape")

    async def _play(self) -> None:
        while self._played < len(self._script):
            happening = self._script[self._played]
            left_ms = happening.at - self._clock.at
            if left_ms > 0:
                await self._sleep(left_ms / 1000 / self._clock.speed)
                continue
            self._played += 1
            self._tell(happening)
            # A tape that lags must not keep the loop to itself.
            await self._sleep(0)
        for update in self._updates.values():
            _tell_the_end(update)

    def _told(self, taped: TapedTopic) -> Sequence[Happening]:
        """Return what the tape has played of a topic."""
        if not self._played:
            return []
        newest = self._script[self._played - 1].number
        count = bisect_right(taped.happenings, newest, key=lambda one: one.number)
        return taped.happenings[:count]

    def _tell(self, happening: Happening) -> None:
        update = self._updates.get(happening.topic)
        if update is None:
            return
        if happening.entry is not None:
            update.recorded(self._keyed(happening.topic, happening.entry))
        elif happening.status is not None:
            status = happening.status
            update.status(status["state"], status.get("code"), status.get("message"))

    def _keyed(self, topic: str, entry: Entry) -> Entry:
        return entry._replace(key=self._key_of(topic, entry.payload))

    def _taped(self, topic: str) -> TapedTopic:
        if topic not in self._topics:
            raise Refusal("not_on_tape", f"expected a topic that was recorded, got {topic[:200]}")
        return self._topics[topic]


class PlayedHistory:
    """A lossless topic of the tape: see `History`."""

    def __init__(self, taped: TapedTopic, told: Callable[[], Sequence[Happening]]) -> None:
        self._taped = taped
        self._told = told

    async def position(self) -> HistoryPosition:
        played = _entries(self._told())
        top = played[-1].seq if played else self._taped.seq
        return HistoryPosition(self._taped.epoch, self._taped.seq, top)

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        return [entry for entry in _entries(self._told()) if entry.seq > after][:limit]

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        began = HistoryPosition(self._taped.epoch, self._taped.seq, self._taped.seq)
        return began, self._taped.state


def _entries(happenings: Sequence[Happening]) -> list[Entry]:
    return [one.entry for one in happenings if one.entry is not None]


def _tell_the_end(topic_update: TopicUpdate) -> None:
    topic_update.status("stale", "replay_ended", "the tape has come to its end")
