"""How long an update of each stream takes from its publication to a client on this machine."""

import asyncio
import json
import math
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from trading_api.phases.criteria import LATENCY_LIMIT_MS
from trading_api.phases.stream import Stream, contract_test
from trading_api.phases.tree import Tree
from trading_api.phases.verdicts import Finding, Findings

from .plug_in import METRONOME, environment_with
from .processes import served
from .stimuli import act

MEASURED_S = 5.0
# What was done last is still heard of.
ACTED_BEFORE_S = 0.5
LEAST_UPDATES = 10
# A machine that is busy with something else is given a second and a third chance.
ATTEMPTS = 3
LARGEST_FRAME = 1 << 22

Lags = dict[str, list[float]]


def judge(tree: Tree, streams: Sequence[Stream], folder: Path) -> Findings:
    """Subscribe to all streams on one connection and time what is published meanwhile."""
    asked = {}
    for stream in streams:
        suite = contract_test(tree, stream)
        if suite is not None:
            asked[stream.route] = suite.params
    found: Findings = {}
    with served(environment_with(METRONOME, folder)) as url:
        for _ in range(ATTEMPTS):
            lags = asyncio.run(_measured(url, asked))
            for route in [one.route for one in streams if not _is_met(found, one.route)]:
                found["latency", route] = judged(lags.get(route, []))
            if all(_is_met(found, one.route) for one in streams):
                break
    return found


def judged(lags: list[float]) -> Finding:
    """Judge the lags of one stream, in ms."""
    if len(lags) < LEAST_UPDATES:
        return Finding(f"expected {LEAST_UPDATES} updates to time, {len(lags)} came")
    ordered = sorted(lags)
    p99 = ordered[math.ceil(0.99 * len(ordered)) - 1]
    told = f"p99 {p99:.0f} ms of {len(lags)} updates"
    return Finding(evidence=told) if p99 < LATENCY_LIMIT_MS else Finding(told)


def _is_met(found: Findings, route: str) -> bool:
    return ("latency", route) in found and found["latency", route].gap is None


async def _measured(url: str, asked: dict[str, dict[str, Any]]) -> Lags:
    lags: Lags = {route: [] for route in asked}
    address = f"{url.replace('http', 'ws', 1)}/api/v1/ws"
    async with connect(address, max_size=LARGEST_FRAME, compression=None) as socket:
        requests = [
            {"type": f"{route}.subscribe", "payload": params} for route, params in asked.items()
        ]
        await socket.send(json.dumps(requests))
        acting = asyncio.create_task(asyncio.to_thread(act, url, MEASURED_S - ACTED_BEFORE_S))
        try:
            async with asyncio.timeout(MEASURED_S):
                await _listen(socket, lags)
        except TimeoutError:
            pass
        await acting
    return lags


async def _listen(socket: ClientConnection, lags: Lags) -> None:
    async for message in socket:
        now_ms = time.time() * 1000
        frames = json.loads(message)
        for frame in frames if isinstance(frames, list) else [frames]:
            route, _, kind = frame["type"].rpartition(".")
            if kind == "update" and not frame["payload"].get("snapshot"):
                lags[route].append(now_ms - frame["payload"]["ts"])
