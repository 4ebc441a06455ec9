from trading_api.modules.broker.testing import OPENED, PaperTrading

DAY_MS = 86_400_000
PATH = "/account/equity"


def gain(paper: PaperTrading, ticks: int) -> None:
    """Buy ten at 150.01 and sell them for so many cents more, each."""
    paper.market.quote("ACME", 15_000, 15_001)
    paper.place(qty=10)
    paper.market.quote("ACME", 15_001 + ticks, 15_002 + ticks)
    paper.done("DELETE", "/positions/ACME")


def test_the_past_is_what_each_step_left(paper: PaperTrading) -> None:
    gain(paper, 333)

    points = paper.done("GET", PATH)

    assert points[0] == {
        "step": 1,
        "ts": points[0]["ts"],
        "equity": "100000",
        "balance": "100000",
        "unrealized": "0",
        "realized": "0",
        "marginUsed": "0",
        "available": "100000",
    }
    assert (points[-1]["step"], points[-1]["equity"]) == (paper.step(), "100033.3")


def test_days_end_with_their_last_step(paper: PaperTrading) -> None:
    first_day = OPENED - OPENED % DAY_MS
    gain(paper, 100)
    paper.market.pass_time(DAY_MS)
    gain(paper, 200)
    gain(paper, 300)
    span = {"from": first_day, "to": first_day + 2 * DAY_MS, "points": 2}

    days = paper.done("GET", PATH, params=span)

    assert [day["equity"] for day in days] == ["100000", "100010", "100060"]
    assert [(day["ts"] - first_day) // DAY_MS for day in days] == [0, 0, 1]


def test_a_span_begins_with_what_was_before_it(paper: PaperTrading) -> None:
    gain(paper, 100)
    paper.market.pass_time(DAY_MS)
    start = paper.market.script.now
    gain(paper, 100)

    points = paper.done("GET", PATH, params={"from": start, "points": 1})

    assert [point["equity"] for point in points] == ["100010", "100020"]
    assert points[0]["ts"] < start <= points[1]["ts"]


def test_a_span_that_ends_before_it_begins_is_refused(paper: PaperTrading) -> None:
    refused = paper.refused("GET", PATH, params={"from": 5, "to": 5})

    assert refused == (422, "invalid_payload")
    assert paper.refused("GET", PATH, params={"points": 1001}) == (422, "invalid_payload")
