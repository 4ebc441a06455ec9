"""The commands that both contenders stand for: fills, orders that wait, cancels."""

from collections.abc import Iterator

from trading_api.modules.broker.engine.inputs import Cancel, Command, Submit
from trading_api.modules.broker.engine.testing import BUY, SELL, limit, market, money, quote
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.ledger.testing import ScriptedFeed

RICH = AccountOpening(
    "demo", "Demo", "USD", {"initial_cash": money(10**9), "stale_after_ms": 10**12}
)
# A second of the account takes a thousand orders.
MS_A_COMMAND = 2


def quiet_market() -> ScriptedFeed:
    """Return a feed with one quote, at which everything fills."""
    return ScriptedFeed([quote(0, 9_990, 10_010)])


def commands() -> Iterator[Command]:
    """Yield for ever: a buy and a sale that fill at once, one that waits, and its cancel."""
    number = 0
    while True:
        # Each order counts, and so do the ids: the third of three is the one to cancel.
        yield Submit(market(BUY, 3))
        yield Submit(market(SELL, 3))
        yield Submit(limit(BUY, 1, 9_000))
        number += 3
        yield Cancel((f"demo-o{number}",))
