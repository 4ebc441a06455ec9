"""Prints the microseconds of one publish and its write to some listeners, the kernel left out."""

import asyncio
import sys
import time
from collections.abc import Callable

from trading_api.shared.clock import SystemClock
from trading_api.shared.ws.delivery.outbox import Outbox
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.hub.publisher import TopicPublisher
from trading_api.shared.ws.hub.send_turn import SendTurn
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter

ROUNDS = 7


class NoSocket:
    """Takes everything and does nothing."""

    def write(self, data: bytes) -> None:
        pass

    def abort(self) -> None:
        pass


def main(listeners: int, updates: int) -> None:
    due: list[Callable[[], None]] = []
    turn = SendTurn(due.append, 1 << 30)
    router = ValueWsRouter(
        route="values", service=RecordingService(), delivery=Delivery("latest", key="key")
    )
    topic = HubTopic('values:{"name":"x"}', router, "e1", turn)
    publish = TopicPublisher(topic, SystemClock(), asyncio.new_event_loop())
    for outbox in [Outbox(1 << 20, turn, NoSocket()) for _ in range(listeners)]:
        topic.followers[outbox] = outbox.push
    print(min(_round(publish, due, updates) for _ in range(ROUNDS)) * 1e6)


def _round(publish: TopicPublisher, due: list[Callable[[], None]], updates: int) -> float:
    update = Value(key="a", number=1)
    began_s = time.process_time()
    for _ in range(updates):
        publish(update)
        while due:
            due.pop()()
    return (time.process_time() - began_s) / updates


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
