"""A topic of the test route, without a server around it."""

from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.hub.send_turn import SendTurn
from trading_api.shared.ws.router_interface import Delivery, History
from trading_api.shared.ws.testing.values import RecordingService, ValueWsRouter

from .recording_sink import idle_turn


def value_topic(
    delivery: Delivery = Delivery(),
    history: History | None = None,
    turn: SendTurn | None = None,
) -> HubTopic:
    """Return a hub topic of the test route."""
    router = ValueWsRouter(route="values", service=RecordingService(), delivery=delivery)
    topic = HubTopic('values:{"name":"x"}', router, "e1", turn or idle_turn())
    topic.history = history
    return topic
