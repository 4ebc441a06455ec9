"""Runs every judgement of a server, each on a connection of its own."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any

from .judgements import judgements
from .peer import Peer, Waits
from .served_routes import ServedRoute
from .server_rules import (
    frames,
    handshakes,
    limits,
    liveness,
    recovery,
    requests,
    subscriptions,
    updates,
)
from .unjudged import UNJUDGED_OF_SERVERS
from .verdicts import Broken, NoAnswer, NotJudged, Verdict, verdict_of

OF_A_CONNECTION = (frames, handshakes, limits)
OF_A_ROUTE = (requests, subscriptions, updates, recovery)
SLOW = (liveness,)
AT_ONCE = 64
USUAL_WAITS = Waits()

Judge = Callable[[Peer], Awaitable[None]]
Told = Callable[[int, int], None]


async def judge_server(
    url: str,
    routes: Iterable[ServedRoute],
    *,
    rules: Collection[str] = (),
    slow: bool = False,
    waits: Waits = USUAL_WAITS,
    told: Told = lambda done, total: None,
) -> list[Verdict]:
    """Return the verdict of each judgement: of the named rules, or of all.

    `told` hears how many of how many are done.

    Raises:
        NoAnswer: nobody listens at `url`.
    """
    async with Peer.connected(url, waits):
        pass
    cases = [one for one in _cases(list(routes), slow) if not rules or one[0] in rules]
    places = asyncio.Semaphore(AT_ONCE)
    running = [asyncio.ensure_future(_judged(url, waits, places, *case)) for case in cases]
    for done, one in enumerate(asyncio.as_completed(running), 1):
        await one
        told(done, len(running))
    verdicts = [one.result() for one in running]
    return verdicts + list(_unjudged(rules, {verdict.rule for verdict in verdicts}))


def _cases(routes: list[ServedRoute], slow: bool) -> Iterator[tuple[str, str, str, Judge]]:
    for room in OF_A_CONNECTION + (SLOW if slow else ()):
        for rule, what, judge in judgements(room):
            yield rule, what, "", judge
    for room in OF_A_ROUTE:
        for rule, what, judge in judgements(room):
            for route in routes:
                yield rule, what, route.name, partial(judge, route=route)


async def _judged(url: str, waits: Waits, places: asyncio.Semaphore, *case: Any) -> Verdict:
    rule, what, route, judge = case
    ended: Exception | None = None
    async with places:
        try:
            async with Peer.connected(url, waits) as peer:
                await judge(peer)
        except (Broken, NoAnswer, NotJudged) as verdict:
            ended = verdict
    return verdict_of(rule, what, ended, route)


def _unjudged(rules: Collection[str], judged: Collection[str]) -> Iterator[Verdict]:
    for rule, why in UNJUDGED_OF_SERVERS.items():
        if rule not in judged and (not rules or rule in rules):
            yield Verdict(rule, "", "not judged", why)
