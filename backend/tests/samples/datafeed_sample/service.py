"""The methodology's service, step 5.1, as it is written there; only `mock_last_bar` is ours."""

import asyncio
import json
from typing import Callable  # noqa: UP035 - as it is written there

from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.shared.ws.router_interface import WsRouteService


class DatafeedService(WsRouteService):
    """Datafeed service implementing WsRouteService Protocol"""

    def __init__(self):
        self._topic_generators: dict[str, asyncio.Task] = {}

    async def create_topic(self, topic: str, topic_update: Callable) -> None:
        """Start generator task for topic

        Args:
            topic: Topic string in format "bars:{json_params}"
            topic_update: Callback function to broadcast updates
        """
        if topic not in self._topic_generators:
            # Parse topic format: "topic_type:{json_params}"
            if ":" not in topic:
                raise ValueError(f"Invalid topic format: {topic}")

            topic_type, params_json = topic.split(":", 1)

            if topic_type == "bars":
                # Parse and validate subscription parameters
                params_dict = json.loads(params_json)
                subscription_request = BarsSubscriptionRequest.model_validate(params_dict)

                # Create generator task with the topic_update callback
                task = asyncio.create_task(
                    self._bar_generator(subscription_request.symbol, topic_update)
                )
                self._topic_generators[topic] = task

    def remove_topic(self, topic: str) -> None:
        """Stop generator task for topic"""
        task = self._topic_generators.get(topic)
        if task:
            task.cancel()
        self._topic_generators.pop(topic, None)

    async def _bar_generator(self, symbol: str, topic_update: Callable[[Bar], None]) -> None:
        """Generate and broadcast bar data

        Args:
            symbol: Symbol to generate bars for
            topic_update: Callback to publish bar updates
        """
        while True:
            # Generate mock bar data
            bar = self.mock_last_bar(symbol)

            # Broadcast to subscribers via callback
            if bar:
                topic_update(bar)

            # Wait before next update
            await asyncio.sleep(0.2)

    def mock_last_bar(self, symbol: str) -> Bar | None:
        return Bar(time=60_000, open=1.0, high=3.0, low=1.0, close=2.0, volume=len(symbol))
