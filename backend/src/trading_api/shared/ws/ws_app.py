"""The streaming part of an app: its routers, its hub and its endpoint."""

import asyncio
import secrets
from collections.abc import Callable, Iterable
from contextvars import Context

from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.draining import Draining
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.tracing import NO_TRACING, Tracer

from .connections.endpoint import Endpoint
from .connections.streams import Streams
from .hub.freshness import SWEEP_INTERVAL_S, FreshnessWatch
from .hub.hub import Hub
from .hub.lifecycle import TopicLifecycle
from .hub.send_turn import SendTurn
from .hub.write_latency import WriteLatency
from .limits import Limits
from .loop_watch import LoopWatch
from .producers import Producers, ProducingService
from .request_models import check_request_model
from .router_interface import WsRouteInterface


def new_epoch() -> str:
    """Return a name for one numbering of one topic."""
    return secrets.token_hex(8)


class WsApp:
    """Owns everything that streams; two of them in one process do not touch each other."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        clock: Clock | None = None,
        new_epoch: Callable[[], str] = new_epoch,
        tracer: Tracer = NO_TRACING,
    ) -> None:
        self.limits = limits or Limits()
        self.tracer = tracer
        self.routers: dict[str, WsRouteInterface] = {}
        self._next_turn = _NextTurn()
        turn = SendTurn(self._next_turn, self.limits.outbox_bytes)
        self.hub = Hub(new_epoch, turn)
        clock = clock or SystemClock()
        self.lifecycle = TopicLifecycle(self.hub, self.limits, clock)
        self._freshness = FreshnessWatch(self.lifecycle, clock)
        self.write_latency = WriteLatency(turn, clock)
        self.loop_watch = LoopWatch(clock, self.write_latency.sample, asyncio.sleep)
        self.draining = Draining()
        self.streams = Streams(
            self.routers, self.lifecycle, turn, self.limits, clock, self.draining, tracer=tracer
        )
        self.endpoint = Endpoint(self.streams)
        self._sweeping: asyncio.Task[None] | None = None

    def add_routers(self, routers: Iterable[WsRouteInterface]) -> None:
        """Serve further routes.

        Raises:
            ConfigurationError: a route is taken, or its models cannot be streamed.
        """
        for router in routers:
            if router.route in self.routers:
                raise ConfigurationError(f"two routers serve the route {router.route!r}")
            check_request_model(router.request_model)
            _check_delivery(router)
            self.routers[router.route] = router
            if isinstance(router.service, ProducingService):
                router.service.producers.tracer = self.tracer

    def producers(self) -> list[Producers]:
        """Return those of every service, each once."""
        services = {id(one.service): one.service for one in self.routers.values()}.values()
        return [one.producers for one in services if isinstance(one, ProducingService)]

    def counts(self) -> dict[str, int]:
        """Return how many connections, topics and producers live now."""
        return {
            "connections": len(self.endpoint.connections),
            "topics": len(self.hub.topics),
            "producers": sum(map(len, self.producers())),
        }

    async def start(self) -> None:
        """Begin to watch for silence; sockets are served from now on."""
        loop = self._next_turn.loop = asyncio.get_running_loop()
        self._sweeping = loop.create_task(self._sweep(), name="freshness")
        self.loop_watch.start()

    async def stop(self) -> None:
        """Leave every topic and stop everything that runs."""
        for connection in list(self.endpoint.connections):
            connection.close()
        await self.lifecycle.stop()
        await self.loop_watch.stop()
        self._next_turn.loop = None
        if self._sweeping is not None:
            self._sweeping.cancel()
            await asyncio.gather(self._sweeping, return_exceptions=True)
            self._sweeping = None

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_INTERVAL_S)
            self._freshness.sweep()


class _NextTurn:
    """Runs a callback in the next turn of the loop."""

    loop: asyncio.AbstractEventLoop | None = None
    """The app's, while it runs: asking which one runs is a system call each time."""

    def __init__(self) -> None:
        # A turn writes for everybody, whoever woke it.
        self._context = Context()

    def __call__(self, callback: Callable[[], None]) -> None:
        (self.loop or asyncio.get_running_loop()).call_soon(callback, context=self._context)


def _check_delivery(router: WsRouteInterface) -> None:
    key = router.delivery.key
    if key is not None and key not in router.update_model.model_fields:
        model = router.update_model.__name__
        raise ConfigurationError(f"route {router.route!r}: key {key!r} is no field of {model}")
