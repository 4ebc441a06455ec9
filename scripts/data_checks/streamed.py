"""Bars as the stream told them, beside those of the history."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from websockets.sync.client import ClientConnection, connect

from .series import Series
from .udf_client import Bar

FIELDS = ("open", "high", "low", "close", "volume")
SILENCE_S = 30.0
QUIET_S = 2.0


def are_history(series: Series, url: str) -> Iterator[str]:
    """Find bars that the stream of a replay, heard to its end, has otherwise than the history."""
    bars: dict[int, Bar] = {}
    for bar in _streamed(series, url):
        if bar.time < next(reversed(bars), 0):
            yield f"the stream goes back to {bar.time}"
        bars[bar.time] = bar
    yield from differing(series, bars)


def differing(series: Series, bars: Mapping[int, Bar]) -> Iterator[str]:
    """Find bars, by time, that are not those of the series."""
    history = {bar.time: bar for bar in series.bars}
    for time in sorted(bars.keys() | history.keys()):
        if bars.get(time) != history.get(time):
            yield f"{series.name} at {time}: streamed {bars.get(time)}, history {history.get(time)}"


def _streamed(series: Series, url: str) -> Iterator[Bar]:
    asked = {"symbol": series.ticker, "resolution": series.resolution}
    with connect(f"ws{url.removeprefix('http')}/api/v1/ws", proxy=None) as socket:
        socket.send(json.dumps({"type": "bars.subscribe", "payload": asked}))
        for payload in _updates(socket):
            yield Bar(payload["time"] // 1000, *(Decimal(payload[field]) for field in FIELDS))


def _updates(socket: ClientConnection) -> Iterator[dict[str, Any]]:
    """Yield the bars of `bars.update` until the replay has ended and nothing more comes."""
    wait_s = SILENCE_S
    while True:
        try:
            frame = json.loads(socket.recv(timeout=wait_s), parse_float=Decimal)
        except TimeoutError:
            if wait_s == SILENCE_S:
                raise
            return
        payload = frame["payload"]
        if frame["type"] == "bars.update":
            yield payload["payload"]
        elif payload.get("code") == "replay_ended":
            # What was held back for a slow reader may come behind the status.
            wait_s = QUIET_S
        elif payload.get("status") == "error":
            raise RuntimeError(f"expected a subscription to bars, got {payload}")
