"""Every fill of a day can be computed again from its explanation alone."""

import json
from random import Random

import pytest

from trading_api.modules.broker.engine.explain import recompute
from trading_api.modules.broker.engine.matching.rules import RULES
from trading_api.modules.broker.engine.profile import FeeSchedule
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.testing import (
    BUY,
    SELL,
    Desk,
    bar,
    limit,
    market,
    money,
    quote,
    stop,
    stop_limit,
    trade,
)
from trading_api.shared.errors import Refusal

FEES = FeeSchedule(fixed=money("0.35"), per_share=money("0.005"), rate=2_780, minimum=money(1))


def new_order(random):
    side, qty = random.choice([BUY, SELL]), random.randrange(1, 120)
    price = 10_000 + random.randrange(-60, 60)
    return random.choice(
        [
            market(side, qty),
            limit(side, qty, price),
            stop(side, qty, price),
            stop_limit(side, qty, price, price + side * 10),
            market(side, qty, stop_loss=10_000 - side * 90, take_profit=10_000 + side * 90),
        ]
    )


def generated_day():
    """A day of one tick in ten seconds and an order now and then, quoted, traded and in bars."""
    desk, random = Desk(leverage=5, fees=FEES, feed="simulated"), Random(7)
    price = 10_000
    for time in range(10_000, 86_000_000, 10_000):
        price = min(10_090, max(9_910, price + random.randrange(-12, 13)))
        size, gap = random.choice([None, 20, 80]), random.random() < 0.01
        if time % 4_000_000 == 0:
            desk.bar(bar(time - 60_000, (price, price + 30, price - 30, price + 5)))
        elif time // 4_000_000 % 5 == 4:
            desk.tick(trade(time, price, size, gap=gap))
        else:
            desk.tick(quote(time, price, price + random.randrange(1, 9), size, gap=gap))
        if random.random() < 0.1:
            try:
                desk.submit(new_order(random))
            except Refusal:
                continue
    return desk


@pytest.fixture(scope="module")
def explanations():
    return [explained for step in generated_day().steps for explained in step.explanations]


def test_every_fill_of_a_day_is_reproduced_exactly(explanations):
    assert len(explanations) > 500
    for explained in json.loads(json.dumps(explanations)):
        again = recompute(explained)
        assert again == (explained["price"], explained["qty"], explained["fee"]["fee"])


def test_a_day_has_fills_by_most_rules(explanations):
    used = {explained["rule"] for explained in explanations}

    assert used <= RULES.keys()
    assert used >= RULES.keys() - {"bar_close", "bar_open", "bar_stop", "bar_limit"}


def test_an_explanation_says_what_was_seen_and_what_it_did(explanations):
    explained = next(each for each in explanations if each["size"]["displayed"] is not None)

    source = explained["source"]
    assert {"time", "received", "bid", "ask", "askSize"} <= source.keys()
    assert explained["cursor"] == [source["time"], "ACME"]
    assert explained["feed"] == "simulated"
    before, after = explained["orderBefore"], explained["orderAfter"]
    assert after["filledQty"] - before["filledQty"] == explained["qty"]
    moved = explained["positionAfter"]["qty"] - explained["positionBefore"]["qty"]
    assert moved == explained["side"] * explained["qty"]


def test_an_explanation_without_the_price_of_its_rule_is_refused(explanations):
    broken = {**explanations[0], "rule": "bar_stop", "stop": None}

    with pytest.raises(ValueError, match="bar_stop"):
        recompute(broken)


def test_every_reason_is_a_sentence_of_its_own():
    assert len(set(REASONS.values())) == len(REASONS)
