"""Serves the scripted server that judges whatever client comes."""

import asyncio
from collections.abc import Callable, Collection, Iterator
from http import HTTPStatus
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response

from .client_rules import conduct, endings, numbers, positions, silence
from .guest import Guest
from .judgements import judgements
from .play import DRAINING, Pace, Play
from .unjudged import UNJUDGED_OF_CLIENTS
from .verdicts import Broken, NoAnswer, NotJudged, Verdict, verdict_of

SCENES = (positions, numbers, endings)
USUAL_PACE = Pace()
HEALTH = "/api/v1/health"


async def judge_client(
    announce: Callable[[str], None],
    *,
    rules: Collection[str] = (),
    slow: bool = False,
    limit_s: float = 60.0,
    pace: Pace = USUAL_PACE,
) -> list[Verdict]:
    """Play every scene, or those of the named rules, with the client that comes.

    `announce` hears where the server listens. Ends when all is played, or after `limit_s`.
    """
    play = Play(asyncio.Queue(), pace)
    # What a client sends at all is judged by all scenes.
    is_whole = not rules or bool({rule for rule, *_ in judgements(conduct)} & set(rules))
    scenes = [one for one in _scenes(slow) if is_whole or one[0] in rules]
    verdicts: list[Verdict] = []

    async def serve_guest(socket: ServerConnection) -> None:
        play.arrivals.put_nowait(Guest(socket))
        await socket.wait_closed()

    async with serve(serve_guest, "127.0.0.1", 0, process_request=_healthy) as server:
        port = server.sockets[0].getsockname()[1]
        announce(f"ws://127.0.0.1:{port}/api/v1/ws")
        try:
            async with asyncio.timeout(limit_s):
                await _play(play, scenes, verdicts)
        except TimeoutError:
            why = f"the play was not over after {limit_s:g} s; --patience plays longer"
            verdicts += [verdict_of(*one[:2], NotJudged(why)) for one in scenes[len(verdicts) :]]
    verdicts += _conduct(play)
    verdicts += _unjudged({verdict.rule for verdict in verdicts})
    return [one for one in verdicts if not rules or one.rule in rules]


def _scenes(slow: bool) -> Iterator[tuple[str, str, Any]]:
    # The last scene of `endings` is the client's last: what is slow comes before.
    rooms = (*SCENES[:-1], silence, SCENES[-1]) if slow else SCENES
    for room in rooms:
        yield from judgements(room)


async def _play(play: Play, scenes: list[tuple[str, str, Any]], verdicts: list[Verdict]) -> None:
    """Play on; a scene that went wrong is followed by a new connection."""
    is_open = False
    for at, (rule, what, scene) in enumerate(scenes):
        ended: Exception | None = None
        try:
            is_open = is_open or await _opened_anew(play)
            if not is_open:
                gone = NotJudged("the client was gone")
                verdicts += [verdict_of(*one[:2], gone) for one in scenes[at:]]
                return
            await scene(play)
        except (Broken, NoAnswer, NotJudged) as fault:
            ended, is_open = fault, False
        verdicts.append(verdict_of(rule, what, ended))


async def _opened_anew(play: Play) -> bool:
    """End what is open; return whether the client came back."""
    if play.guests:
        await play.guest.close(DRAINING)
    while not play.arrivals.empty():
        play.arrivals.get_nowait()
    try:
        guest = await asyncio.wait_for(play.arrivals.get(), play.pace.back_s)
    except TimeoutError:
        return False
    await play.welcome(guest)
    return True


def _conduct(play: Play) -> Iterator[Verdict]:
    for rule, what, judge in judgements(conduct):
        ended: Exception | None = None if play.guests else NotJudged("no client came")
        try:
            for guest in play.guests:
                judge(guest)
        except Broken as broken:
            ended = broken
        yield verdict_of(rule, what, ended)


def _unjudged(judged: Collection[str]) -> Iterator[Verdict]:
    for rule, why in UNJUDGED_OF_CLIENTS.items():
        if rule not in judged:
            yield Verdict(rule, "", "not judged", why)


def _healthy(client: ServerConnection, request: Request) -> Response | None:
    """Answer the question of a client that wonders why it cannot get in (rule R4)."""
    return client.respond(HTTPStatus.OK, "{}") if request.path == HEALTH else None
