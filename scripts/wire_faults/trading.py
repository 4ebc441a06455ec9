"""Somebody who trades while the product is judged, so that its lossless routes have updates."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from urllib.request import ProxyHandler, Request, build_opener

LOCAL = build_opener(ProxyHandler({}))
# So many at once that the record commits several steps in one batch.
TRADERS = 4
EVERY_S = 0.02
BUY, SELL = 1, -1


@contextmanager
def trading(address: str) -> Iterator[None]:
    """Buy and sell at the market until the end of the block."""
    over = threading.Event()
    traders = [threading.Thread(target=_trade, args=(address, over)) for _ in range(TRADERS)]
    for trader in traders:
        trader.start()
    try:
        yield
    finally:
        over.set()
        for trader in traders:
            trader.join()


def _trade(address: str, over: threading.Event) -> None:
    url = f"http://{address}/api/v1/broker/orders?accountId=demo"
    for side in cycle((BUY, SELL)):
        order = {"symbol": "AAPL", "type": 2, "side": side, "qty": 1}
        request = Request(
            url, data=json.dumps(order).encode(), headers={"Content-Type": "application/json"}
        )
        with LOCAL.open(request, timeout=20) as answer:
            answer.read()
        if over.wait(EVERY_S):
            return
