"""Commands from the neighbourhood of what is valid: each gets a code, none leaves a step."""

import random
from collections.abc import Iterator
from typing import Any

from trading_api.modules.broker.testing import PaperTrading, limit, order
from trading_api.shared.errors import ERRORS

SEED, COMMANDS = 20261123, 1_000
NOT_NUMBERS: list[Any] = [
    True,
    None,
    "",
    "ten",
    "1e3",
    "0x10",
    " 1",
    "1.",
    [],
    {},
    "9" * 40,
    10**40,
]
NOT_TEXT: list[Any] = [None, 1, True, [], {}, ""]
BAD_NUMBERS: list[Any] = [-1, 0, 0.001, "0.00000001", 1e300, 1e-300]
WRONG: dict[str, list[Any]] = {
    "symbol": [*NOT_TEXT, "NONE", "ACME ", "A" * 65, "\x00", "../ACME", "COIN%2FUSD"],
    "type": [0, 5, -1, 1.0, 1.5, "1", True, None, [], "LIMIT"],
    "side": [0, 2, -2, 1.0, "1", True, None, "BUY"],
    "qty": [*NOT_NUMBERS, *BAD_NUMBERS, 10**12, 1.0000001],
    "limitPrice": [*[one for one in NOT_NUMBERS if one is not None], *BAD_NUMBERS, 1, 10**15],
    "stopPrice": [*[one for one in NOT_NUMBERS if one is not None], *BAD_NUMBERS, 100],
    "takeProfit": [*[one for one in NOT_NUMBERS if one is not None], *BAD_NUMBERS, 99, 100],
    "stopLoss": [*[one for one in NOT_NUMBERS if one is not None], *BAD_NUMBERS, 149.999, 101],
    "guaranteedStop": [1, 90, "90"],
    "trailingStopPips": [1, 5.5, "7"],
    "stopType": [1, 2, 3, -1, "0", True],
    "duration": ["GTC", {}, {"type": "GTD"}, {"type": "gtc"}, {"type": "GTC", "datetime": 1},
                 {"type": "GTD", "datetime": 1}, {"type": "GTD", "datetime": "soon"}, 1],
    "reduceOnly": [True, 1, "yes", "true"],
    "isClose": [True, 0, "no"],
    "ocoGroup": ["", 1, "x" * 65, "\u0000"],
    "clientOrderId": ["", 1, "x" * 65, "\u0000", []],
    "customFields": [1, "x", []],
    "currentQuotes": [{}, {"bid": 1}, {"bid": "x", "ask": 1}, 1],
    "seenPrice": ["x", True, [], {}],
    "unknown": [1, None],
    "accountId": ["demo"],
}  # fmt: skip
BODIES: list[tuple[str, str, dict[str, list[Any]], dict[str, Any]]] = [
    ("PUT", "/positions/ACME/brackets", {"brackets": [None, 1, [], {"stopLoss": "x"}]}, {}),
    ("POST", "/orders/cancel", {"orderIds": [None, [], ["nix"], [1], "demo-o1", ["x"] * 501]}, {}),
    ("PUT", "/leverage/set", {"leverage": [0, 101, 1.5, -1, "x", None, True]},
     {"symbol": "ACME", "orderType": 2, "side": 1, "leverage": 2}),
    ("PUT", "/risk", {"maxOpenOrders": [0, -1, 1.5, "x", True, 10**9], "dailyLoss": [-1, "x"],
                      "maxOrderQty": [-1, "x", "1e3"], "unknown": [1]}, {}),
    ("POST", "/kill-switch", {"flatten": [1, "yes", None], "unknown": [1]}, {}),
    ("POST", "/accounts", {"id": ["", "A", "demo", "a b", "x" * 33, 1], "name": ["", 1, "x" * 65],
                           "initialBalance": [-1, "x", 10**14]}, {"id": "new", "name": "New"}),
    ("DELETE", "/orders/", {"nix": [1]}, {}),
]  # fmt: skip


def invalid_commands(chance: random.Random) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield method, path and body, for ever; each has one mistake at least."""
    while True:
        if chance.random() < 0.75:
            field = chance.choice(list(WRONG))
            body = {**limit(100, ocoGroup="g"), field: chance.choice(WRONG[field])}
            for name in chance.sample(["duration", "seenPrice"], chance.randrange(2)):
                body.setdefault(name, {"type": "DAY"} if name == "duration" else 150)
            yield "POST", "/orders", body
        elif chance.random() < 0.2:
            missing = chance.choice(["symbol", "type", "side", "qty", "limitPrice"])
            yield "POST", "/orders", {k: v for k, v in limit(100).items() if k != missing}
        else:
            method, path, wrong, valid = chance.choice(BODIES)
            field = chance.choice(list(wrong))
            yield method, path, {**valid, field: chance.choice(wrong[field])}


def test_a_thousand_invalid_commands_get_a_code_each_and_leave_no_step(
    paper: PaperTrading,
) -> None:
    commands = invalid_commands(random.Random(SEED))
    for _ in range(COMMANDS):
        method, path, body = next(commands)
        reply = paper.call(method, path, json=body)

        assert 400 <= reply.status_code < 500, (method, path, body, reply.text)
        assert reply.json()["code"] in ERRORS, (method, path, body, reply.text)
    assert (paper.step(), paper.done("GET", "/orders")) == (1, [])


def test_their_neighbour_is_valid(paper: PaperTrading) -> None:
    paper.done("POST", "/orders", json=limit(100, ocoGroup="g"))
    paper.done("POST", "/orders", json=order())
