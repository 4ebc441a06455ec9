"""The live topics of the broker, by account and route."""

from collections.abc import Iterable, Iterator, Sequence

from trading_api.modules.broker.ledger.room.interface import Committed
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import TopicUpdate
from trading_api.shared.ws.topics import split_topic


class AccountTopics:
    """Who publishes where; called in the loop."""

    def __init__(self) -> None:
        self._updates: dict[tuple[str, str], TopicUpdate] = {}

    def add(self, topic: str, update: TopicUpdate) -> None:
        self._updates[route_and_account(topic)] = update

    def remove(self, topic: str) -> None:
        self._updates.pop(route_and_account(topic), None)

    def get(self, route: str, account_id: str) -> TopicUpdate | None:
        """Return how to publish; None when nobody listens."""
        return self._updates.get((route, account_id))

    def all(self) -> Sequence[tuple[str, TopicUpdate]]:
        """Return the route of each topic that lives, and how to publish to it."""
        return [(route, update) for (route, _), update in self._updates.items()]

    def of(self, route: str) -> Iterator[tuple[str, TopicUpdate]]:
        """Yield the accounts whose topic of this route lives."""
        for (topic_route, account_id), update in list(self._updates.items()):
            if topic_route == route:
                yield account_id, update

    def publish(self, committed: Iterable[Committed]) -> None:
        """Publish what was committed, as its history numbered it, in that order (rule U7)."""
        for one in committed:
            for update in one.updates:
                publish = self.get(update.route, one.account_id)
                if publish is not None:
                    entry = Entry(update.seq, update.ts, update.payload, step=update.step)
                    publish.recorded(entry)


def route_and_account(topic: str) -> tuple[str, str]:
    """Return the two parts of a broker's topic."""
    route, params = split_topic(topic)
    return route, str(params["accountId"])
