"""Orders that fill, so that the lossless streams of the broker have something to tell."""

import json
import time
import urllib.error
import urllib.request

PAUSE_S = 0.05
BUY, SELL, MARKET = 1, -1, 2
ANSWER_WITHIN_S = 10.0


def trade(url: str, seconds: float) -> None:
    """Buy and sell in turns on the account `demo`; a server without a broker is left alone."""
    until_s = time.monotonic() + seconds - 0.5
    side = BUY
    while time.monotonic() < until_s and _place(url, side):
        side = -side
        time.sleep(PAUSE_S)


def _place(url: str, side: int) -> bool:
    order = {"symbol": "BTC/USD", "type": MARKET, "side": side, "qty": "0.01"}
    request = urllib.request.Request(
        f"{url}/api/v1/broker/orders",
        data=json.dumps(order).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_WITHIN_S):
            return True
    except urllib.error.HTTPError as refused:
        # Until the first tick there is no price to fill at.
        return refused.code != 404
