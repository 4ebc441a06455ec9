"""What all connections of a process share."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from trading_api.shared.clock import Clock
from trading_api.shared.draining import Draining
from trading_api.shared.tracing import NO_TRACING, Tracer
from trading_api.shared.ws.hub.lifecycle import TopicLifecycle
from trading_api.shared.ws.hub.send_turn import SendTurn
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.router_interface import WsRouteInterface


@dataclass(frozen=True)
class Streams:
    """The routes by name, and what serves them."""

    routers: Mapping[str, WsRouteInterface]
    lifecycle: TopicLifecycle
    turn: SendTurn
    limits: Limits
    clock: Clock
    draining: Draining = field(default_factory=Draining)
    refusals: Counter[str] = field(default_factory=Counter)
    """How many requests and frames were refused, by code."""
    tracer: Tracer = NO_TRACING
