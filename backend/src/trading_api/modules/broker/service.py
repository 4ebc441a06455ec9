"""The broker's side of its streams: one account, `demo`, to which nothing has happened yet."""

from trading_api.shared.errors import Refusal
from trading_api.shared.ws.router_interface import History, TopicUpdate, WsRouteService
from trading_api.shared.ws.topics import split_topic

from .empty_history import EmptyHistory

ACCOUNT_ID = "demo"


class BrokerService(WsRouteService):
    """Answers for the account; its topics have no producer, the account lives without listeners."""

    def __init__(self) -> None:
        self._history = EmptyHistory()

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        pass

    def remove_topic(self, topic: str) -> None:
        pass

    def authorize(self, topic: str, principal: str) -> None:
        """Let everybody see the one account; unknown and foreign accounts look alike."""
        _, params = split_topic(topic)
        if params["accountId"] != ACCOUNT_ID:
            message = f"expected an account of yours, got {params['accountId']!r}"
            raise Refusal("forbidden", message)

    def history(self, topic: str) -> History:
        return self._history
