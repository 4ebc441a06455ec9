"""What refusals say: what was expected, what came, what to do."""

from typing import Any

import pytest

from trading_api.modules.broker.testing import PaperTrading, order


def said(paper: PaperTrading, method: str, path: str, **options: Any) -> str:
    return str(paper.call(method, path, **options).json()["message"])


def test_what_lacks_buying_power_says_how_much_and_what_to_do(paper: PaperTrading) -> None:
    assert said(paper, "POST", "/orders", json=order(qty=1_000)) == (
        "expected an order that needs at most 100000 USD of buying power, got one that needs"
        " 150010: lower its quantity, raise the leverage, or close other positions and orders"
    )


@pytest.mark.parametrize(
    ("held", "positions"), [((), "none is open"), (("ACME", "COIN/USD"), "ACME, COIN/USD")]
)
def test_a_position_that_is_not_there_names_those_that_are(
    paper: PaperTrading, held: tuple[str, ...], positions: str
) -> None:
    for symbol in held:
        paper.place(symbol=symbol, qty=1)

    assert said(paper, "DELETE", "/positions/SHUT") == (
        f"expected the symbol of an open position ({positions}), got 'SHUT'"
    )


def test_an_instrument_without_a_live_source_says_how_to_trade_it(paper: PaperTrading) -> None:
    paper.market.past.add("MINE")

    assert paper.refused("POST", "/orders", json=order(symbol="MINE")) == (
        409,
        "INSTRUMENT_UNTRADED",
    )
    assert "replay it with" in said(paper, "POST", "/orders", json=order(symbol="MINE"))


@pytest.mark.parametrize(
    ("members", "begins"),
    [
        (
            {"duration": "IOC"},
            'body.duration: expected an object such as {"type":"IOC"}, got "IOC"',
        ),
        ({"duration": {"type": "GTD"}}, "expected duration.datetime in Unix ms after "),
        (
            {"duration": {"type": "DAY", "datetime": 1}},
            "expected no duration.datetime with DAY, got",
        ),
    ],
)
def test_a_wrong_duration_is_answered_with_what_to_write(
    paper: PaperTrading, members: dict[str, Any], begins: str
) -> None:
    assert said(paper, "POST", "/orders", json=order(**members)).startswith(begins)


def test_a_misspelled_field_is_named_before_all_that_is_missing(paper: PaperTrading) -> None:
    told = said(paper, "POST", "/orders", json={"sybmol": "ACME"})

    assert told.startswith("body.sybmol: unknown field; body.symbol: field required; ")
