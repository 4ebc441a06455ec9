"""The life of topics: started for the first listener, removed after the last (rule S2).

The states of a topic in a process:

    absent ──join──► creating ──ok──► active ──last leave──► lingering ──timer──► absent
                        └─failed──► absent      ◄────join────────┘
"""

import asyncio
import logging
from contextvars import Context
from typing import Protocol

from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.router_interface import WsRouteInterface

from .hub import Hub, HubTopic
from .publisher import TopicPublisher
from .service_options import attach_options

logger = logging.getLogger(__name__)


class Holder(Protocol):
    """Who holds a topic; a holder that leaves while the topic starts hears nothing more."""

    def started(self, topic: HubTopic) -> None: ...

    def failed(self, error: TradingApiError) -> None: ...


class _Life:
    """One topic from creation to removal."""

    def __init__(self, topic: HubTopic, publisher: TopicPublisher) -> None:
        self.topic = topic
        self.publisher = publisher
        self.holders: dict[Holder, None] = {}
        self.creating: asyncio.Task[None] | None = None
        self.was_created = False
        self.linger: asyncio.TimerHandle | None = None

    @property
    def has_ended(self) -> bool:
        return self.topic.trouble is not None and self.topic.trouble.state == "ended"


class TopicLifecycle:
    """Creates and removes topics through their services, each once at a time."""

    def __init__(self, hub: Hub, limits: Limits, clock: Clock) -> None:
        self._hub = hub
        self._limits = limits
        self._clock = clock
        self._lives: dict[str, _Life] = {}

    def __len__(self) -> int:
        return len(self._lives)

    def join(self, name: str, router: WsRouteInterface, holder: Holder) -> None:
        """Hold a topic; answered by `holder.started`, at once when it lives, or `holder.failed`."""
        life = self._lives.get(name)
        if life is not None and life.has_ended and life.linger is not None:
            life.linger.cancel()
            self._remove(life)
            life = None
        if life is None:
            self._create(name, router).holders[holder] = None
            return
        life.holders[holder] = None
        if life.linger is not None:
            life.linger.cancel()
            life.linger = None
        if life.creating is None:
            holder.started(life.topic)

    def leave(self, name: str, holder: Holder) -> None:
        """Give a topic up; without holders it lingers, then goes."""
        life = self._lives[name]
        del life.holders[holder]
        if not life.holders and life.creating is None:
            self._linger(life)

    async def stop(self) -> None:
        """Remove every topic, those that are still starting included."""
        for life in list(self._lives.values()):
            if life.creating is not None:
                life.creating.cancel()
                await asyncio.gather(life.creating, return_exceptions=True)
            elif life.linger is not None:
                life.linger.cancel()
            self._remove(life)

    def silent_since(self) -> list[tuple[HubTopic, float]]:
        """Return each running topic with the monotonic seconds of its last update (or start)."""
        running = (life for life in self._lives.values() if life.creating is None)
        return [(life.topic, life.publisher.last_published_s) for life in running]

    def _create(self, name: str, router: WsRouteInterface) -> _Life:
        loop = asyncio.get_running_loop()
        topic = self._hub.open(name, router)
        life = _Life(topic, TopicPublisher(topic, self._clock, loop))
        self._lives[name] = life
        # A topic is everybody's: what is logged of its life is about no connection.
        life.creating = loop.create_task(
            self._start(life), name=f"create {name}", context=Context()
        )
        return life

    async def _start(self, life: _Life) -> None:
        name, service = life.topic.name, life.topic.router.service
        try:
            async with asyncio.timeout(self._limits.topic_start_s):
                await service.create_topic(name, life.publisher)
            life.was_created = True
            attach_options(life.topic, life.publisher)
        except TimeoutError:
            message = f"{name} did not start within {self._limits.topic_start_s:g} s"
            self._abandon(life, TradingApiError("topic_timeout", message), was_created=True)
        except Refusal as refusal:
            self._abandon(life, refusal)
        except Exception as error:
            logger.exception("create_topic_failed topic=%s", name)
            message = f"{name} could not start: {type(error).__name__}"
            self._abandon(life, TradingApiError("topic_failed", message))
        else:
            life.creating = None
            for holder in list(life.holders):
                holder.started(life.topic)
            if not life.holders and life.linger is None and self._lives.get(name) is life:
                self._linger(life)

    def _abandon(self, life: _Life, error: TradingApiError, *, was_created: bool = False) -> None:
        """Tell all who wait; nobody stays joined and the next join tries again."""
        holders = list(life.holders)
        life.creating = None
        if was_created or life.was_created:
            self._remove(life)
        else:
            self._forget(life)
        for holder in holders:
            holder.failed(error)

    def _linger(self, life: _Life) -> None:
        if self._limits.linger_s == 0 or life.has_ended:
            self._remove(life)
            return
        loop = asyncio.get_running_loop()
        life.linger = loop.call_later(self._limits.linger_s, self._remove, life, context=Context())

    def _remove(self, life: _Life) -> None:
        self._forget(life)
        try:
            life.topic.router.service.remove_topic(life.topic.name)
        except Exception:
            logger.exception("remove_topic_failed topic=%s", life.topic.name)

    def _forget(self, life: _Life) -> None:
        life.publisher.retire()
        del self._lives[life.topic.name]
        self._hub.close(life.topic.name)
