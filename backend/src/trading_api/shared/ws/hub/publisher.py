"""`topic_update`: how a service publishes to one topic (rule U6)."""

import asyncio
import logging
from typing import Any

from pydantic import BaseModel

from trading_api.shared.clock import Clock
from trading_api.shared.errors import ERRORS
from trading_api.shared.ws.messages import MAX_PAYLOAD_BYTES, Entry, StatusPayload
from trading_api.shared.ws.router_interface import TopicState

from .hub import HubTopic

logger = logging.getLogger(__name__)


class TopicPublisher:
    """The callback given to `create_topic`; after `retire` every call is a counted no-op."""

    def __init__(self, topic: HubTopic, clock: Clock, loop: asyncio.AbstractEventLoop) -> None:
        self.refused = 0
        self.ignored = 0
        self.last_published_s = clock.monotonic_s()
        self._topic = topic
        self._clock = clock
        self._loop = loop
        self._model = topic.router.update_model
        self._key = topic.router.delivery.key
        self._alive = True

    def __call__(self, update: Any) -> None:
        text = self.encode(update)
        if text is not None:
            self._publish(text, self.key_of(update))

    def threadsafe(self, update: Any) -> None:
        text = self.encode(update)
        if text is not None:
            self._loop.call_soon_threadsafe(self._publish, text, self.key_of(update))

    def recorded(self, entry: Entry) -> None:
        if self._alive:
            self.last_published_s = self._clock.monotonic_s()
            self._topic.publish_entry(entry)
        else:
            self._ignore()

    def status(
        self, state: TopicState, code: str | None = None, message: str | None = None
    ) -> None:
        if not self._alive:
            self._ignore()
            return
        temporary = None if code is None else ERRORS[code].temporary
        name = self._topic.name
        status = StatusPayload(
            topic=name, state=state, code=code, message=message, temporary=temporary
        )
        self._topic.set_status(status)

    def retire(self) -> None:
        """Make every further call a no-op: the topic is gone."""
        self._alive = False

    def entry(self, update: BaseModel) -> Entry | None:
        """Return a part of the topic's state as of now, or None when it is no such update."""
        text = self.encode(update)
        if text is None:
            return None
        return Entry(self._topic.seq, self._clock.now_ms(), text, self.key_of(update))

    def encode(self, update: Any) -> str | None:
        """Return the update's text, or None (logged and counted) when it cannot be sent."""
        if not isinstance(update, self._model):
            self._refuse(f"expected {self._model.__name__}, got {type(update).__name__}")
            return None
        try:
            text = self._model.__pydantic_serializer__.to_json(update)
        except ValueError as error:
            self._refuse(str(error))
            return None
        if len(text) > MAX_PAYLOAD_BYTES:
            self._refuse(f"expected at most {MAX_PAYLOAD_BYTES} bytes, got {len(text)}")
            return None
        return text.decode()

    def key_of(self, update: BaseModel) -> str:
        return "" if self._key is None else str(getattr(update, self._key))

    def _refuse(self, reason: str) -> None:
        self.refused += 1
        self._topic.traffic.unsendable += 1
        logger.error("update_refused topic=%s reason=%s", self._topic.name, reason)

    def _ignore(self) -> None:
        self.ignored += 1
        self._topic.traffic.ignored += 1

    def _publish(self, text: str, key: str) -> None:
        if not self._alive:
            self._ignore()
            return
        self.last_published_s = self._clock.monotonic_s()
        self._topic.publish(text, key=key, ts=self._clock.now_ms())
