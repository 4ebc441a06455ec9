"""Feeds the topics: one producer each, from its first listener to its last."""

import asyncio

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from trading_api.shared.clock import SystemClock
from trading_api.shared.ws.producers import Producer, Producers
from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteService
from trading_api.shared.ws.topics import split_topic

from .stations import Measure, measure_of


class WeatherSettings(BaseSettings):
    """Settings of this package, under a prefix of its own."""

    model_config = SettingsConfigDict(env_prefix="ACME_WEATHER_")

    interval_s: float = Field(1.0, gt=0)


class WeatherService(WsRouteService):
    """Measures at each station that somebody listens to."""

    def __init__(self, settings: WeatherSettings) -> None:
        self.producers = Producers()
        self._interval_s = settings.interval_s
        self._clock = SystemClock()
        self._running: dict[str, Producer] = {}

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        route, params = split_topic(topic)
        measure = measure_of(route, params["station"], self._clock)

        async def run() -> None:
            await self._publish(measure, topic_update)

        self._running[topic] = self.producers.start(topic, run)

    def remove_topic(self, topic: str) -> None:
        self._running.pop(topic).cancel()

    async def _publish(self, measure: Measure, topic_update: TopicUpdate) -> None:
        while True:
            topic_update(measure())
            await asyncio.sleep(self._interval_s)
