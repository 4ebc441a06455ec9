"""What every listener of the proof listens to."""

from collections.abc import Mapping
from dataclasses import dataclass

ACCOUNT = "proof"
"""The account of `broker_proofs.traders`."""
SYMBOLS = ("AAPL", "MSFT")
LOSSLESS = ("orders", "positions", "executions", "account")
OTHERS = ("GOOGL", "AMZN", "TSLA", "NVDA")
"""Symbols that churning clients come to and leave."""


@dataclass(frozen=True)
class Listening:
    """One topic; `key` names it in a listener's log."""

    key: str
    route: str
    params: Mapping[str, str]

    @property
    def is_lossless(self) -> bool:
        return self.route in LOSSLESS


def listenings() -> list[Listening]:
    """Return what each client holds from its first to its last moment."""
    of_account = [Listening(route, route, {"accountId": ACCOUNT}) for route in LOSSLESS]
    equity = Listening("equity", "equity", {"accountId": ACCOUNT})
    quotes = [quote_of(symbol) for symbol in SYMBOLS]
    bars = [
        Listening(f"bars:{symbol}", "bars", {"symbol": symbol, "resolution": "1"})
        for symbol in SYMBOLS
    ]
    return [*of_account, equity, *quotes, *bars]


def quote_of(symbol: str) -> Listening:
    return Listening(f"quotes:{symbol}", "quotes", {"symbol": symbol})
