"""What a user does, so that streams of what users do have something to tell."""

import json
import time
import urllib.error
import urllib.request
from typing import Any

PAUSE_S = 0.05
BUY, SELL, MARKET = 1, -1, 2
ANSWER_WITHIN_S = 10.0


def act(url: str, seconds: float) -> None:
    """Save a layout, then buy and sell in turns on the account `demo`.

    A server without a broker, or without a workspace, is left alone.
    """
    until_s = time.monotonic() + seconds
    _asked(f"{url}/api/v1/workspace/documents/layout/phases", "PUT", {"revision": 0, "content": {}})
    side = BUY
    while time.monotonic() < until_s:
        order = {"symbol": "BTC/USD", "type": MARKET, "side": side, "qty": "0.01"}
        if not _asked(f"{url}/api/v1/broker/orders", "POST", order):
            return
        side = -side
        time.sleep(PAUSE_S)


def _asked(url: str, method: str, body: dict[str, Any]) -> bool:
    """Send a request; return whether there is anybody to answer it, a refusal included."""
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_WITHIN_S):
            return True
    except urllib.error.HTTPError as refused:
        # Until the first tick there is no price to fill at.
        return refused.code != 404
