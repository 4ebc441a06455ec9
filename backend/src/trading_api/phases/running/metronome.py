"""The module `metronome`: every topic says its newest update over and over, as if it were new.

What is rare in the market (a halt, a lost link) is so often on the wire that its way can be timed.
Lossless routes are left alone: their numbers are those of a record.
"""

import asyncio
from typing import Any

from fastapi import FastAPI

from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import (
    SnapshotService,
    TopicState,
    TopicUpdate,
    WsRouteService,
)
from trading_api.shared.ws.ws_app import WsApp

from .plug_in import METRONOME
from .wrapped import Wrapping, stand_between

BEAT_S = 0.04


class Metronome(Wrapping):
    """Beats for every topic that is not lossless."""

    name = METRONOME

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        for router in ws_app.routers.values():
            if router.delivery.policy != "lossless":
                service = router.service

                def beating(topic: str, update: TopicUpdate, service: Any = service) -> TopicUpdate:
                    return Beating(topic, update, service)

                stand_between(router, beating, Beating.begin)


class Beating:
    """The callback of a topic, which repeats what was said; ends with the process."""

    def __init__(self, topic: str, topic_update: TopicUpdate, service: WsRouteService) -> None:
        self._topic = topic
        self._topic_update = topic_update
        self._service = service
        self._newest: Any = None
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin to repeat; the topic has been created."""
        loop = asyncio.get_running_loop()
        self._task = loop.create_task(self._beat(), name=f"beat {self._topic}")

    def __call__(self, update: Any) -> None:
        self._newest = update
        self._topic_update(update)

    def threadsafe(self, update: Any) -> None:
        self._newest = update
        self._topic_update.threadsafe(update)

    def recorded(self, entry: Entry) -> None:
        self._topic_update.recorded(entry)

    def status(
        self, state: TopicState, code: str | None = None, message: str | None = None
    ) -> None:
        self._topic_update.status(state, code, message)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            said = self._newest
            if said is None and isinstance(self._service, SnapshotService):
                said = next(iter(self._service.snapshot(self._topic) or ()), None)
            if said is not None:
                self._topic_update(said)
