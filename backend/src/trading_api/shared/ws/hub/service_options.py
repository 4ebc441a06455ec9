"""What a service may know of its topics beyond starting and stopping them: past, state, pace."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import (
    HistoryService,
    NumberedService,
    PacedService,
    SnapshotService,
)

from .hub import HubTopic
from .publisher import TopicPublisher

logger = logging.getLogger(__name__)


def attach_options(topic: HubTopic, publisher: TopicPublisher) -> None:
    """Let `topic` read what its service knows of it; called when it has started."""
    service = topic.router.service
    if isinstance(service, NumberedService):
        topic.epoch = service.epoch(topic.name)
    if isinstance(service, PacedService):
        topic.silence_bound_s = partial(service.silence_bound_s, topic.name)
    if topic.router.delivery.policy == "lossless":
        if not isinstance(service, HistoryService):
            raise TypeError(f"a lossless route needs a service with `history`, got {service!r}")
        topic.history = service.history(topic.name)
    elif isinstance(service, SnapshotService):
        topic.state_source = _state_source(topic, service, publisher)


def _state_source(
    topic: HubTopic, service: SnapshotService, publisher: TopicPublisher
) -> Callable[[], Sequence[Entry]]:
    def state() -> Sequence[Entry]:
        try:
            updates = service.snapshot(topic.name)
        except Exception as error:
            logger.exception("snapshot_failed topic=%s", topic.name)
            message = f"{topic.name} has no state: {type(error).__name__}"
            raise TradingApiError("topic_failed", message) from error
        if updates is None:
            return topic.retention.state()
        return [entry for entry in map(publisher.entry, updates) if entry is not None]

    return state
