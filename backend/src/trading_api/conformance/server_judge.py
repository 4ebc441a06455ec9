"""Runs every judgement of a server, each on a connection of its own."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from functools import partial

from .judgements import judgements
from .peer import Peer, Waits
from .served_contract import Served
from .served_routes import ServedRoute
from .server_rules import (
    closes,
    crowd,
    frames,
    handshakes,
    limits,
    limits_of_requests,
    lists,
    liveness,
    names,
    recovery,
    requests,
    slow_readers,
    stalls,
    steps,
    subscriptions,
    updates,
)
from .unjudged import UNJUDGED_OF_SERVERS
from .verdicts import Broken, NoAnswer, NotJudged, Verdict, verdict_of

OF_A_CONNECTION = (frames, handshakes, limits, closes)
OF_A_ROUTE = (
    requests, names, limits_of_requests, subscriptions, updates, slow_readers, recovery, lists,
)  # fmt: skip
OF_ALL_ROUTES = (steps,)
SLOW = (liveness, stalls)
MOST_AT_ONCE = 192
USUAL_WAITS = Waits()

Judge = Callable[[Peer], Awaitable[None]]
Case = tuple[str, str, str, Judge]
Told = Callable[[int, int], None]


async def judge_server(
    url: str,
    served: Served,
    *,
    rules: Collection[str] = (),
    slow: bool = False,
    waits: Waits = USUAL_WAITS,
    told: Told = lambda done, total: None,
) -> list[Verdict]:
    """Return the verdict of each judgement: of all, or of the rules, or the judgements, so named.

    `served` says what is to be judged; `told` hears how many of how many are done.

    Raises:
        NoAnswer: nobody listens at `url`.
    """
    async with Peer.connected(url, waits):
        pass
    together = list(_wanted(_cases(served.routes, slow), rules))
    alone = list(_wanted(_cases_alone(slow), rules))
    judge = partial(_judged, partial(Peer.connected, url, waits, served.stated))
    # A judgement has two connections at most, and others may be there.
    places = asyncio.Semaphore(min(MOST_AT_ONCE, served.stated.connections // 4 + 1))
    running = [asyncio.ensure_future(judge(places, *case)) for case in together]
    verdicts: list[Verdict] = []
    for one in asyncio.as_completed(running):
        verdicts.append(await one)
        told(len(verdicts), len(together) + len(alone))
    for case in alone:
        verdicts.append(await judge(places, *case))
        told(len(verdicts), len(together) + len(alone))
    return verdicts + list(_unjudged(rules, {verdict.rule for verdict in verdicts}))


def _cases(routes: Sequence[ServedRoute], slow: bool) -> Iterator[Case]:
    for room in OF_A_CONNECTION + (SLOW if slow else ()):
        for rule, what, judge in judgements(room):
            yield rule, what, "", judge
    for room in OF_ALL_ROUTES:
        for rule, what, judge in judgements(room):
            yield rule, what, "", partial(judge, routes=routes)
    for room in OF_A_ROUTE:
        for rule, what, judge in judgements(room):
            for route in routes:
                yield rule, what, route.name, partial(judge, route=route)


def _wanted(cases: Iterable[Case], names: Collection[str]) -> Iterator[Case]:
    return (one for one in cases if not names or one[0] in names or one[1] in names)


def _cases_alone(slow: bool) -> Iterator[Case]:
    for rule, what, judge in judgements(crowd) if slow else ():
        yield rule, what, "", judge


async def _judged(
    connected: Callable[[], AbstractAsyncContextManager[Peer]],
    places: asyncio.Semaphore,
    rule: str,
    what: str,
    route: str,
    judge: Judge,
) -> Verdict:
    ended: Exception | None = None
    async with places:
        try:
            async with connected() as peer:
                await judge(peer)
        except (Broken, NoAnswer, NotJudged) as verdict:
            ended = verdict
    return verdict_of(rule, what, ended, route)


def _unjudged(rules: Collection[str], judged: Collection[str]) -> Iterator[Verdict]:
    for rule, why in UNJUDGED_OF_SERVERS.items():
        if rule not in judged and (not rules or rule in rules):
            yield Verdict(rule, "", "not judged", why)
