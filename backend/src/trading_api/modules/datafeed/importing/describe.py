"""Describes an instrument of which only a symbol and a file are known."""

from trading_api.modules.datafeed.importing.bar_rows import Decimals
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.resolutions import foldable

EXCHANGE = "FILE"

_FIAT = (
    "USD", "EUR", "GBP", "JPY", "CHF", "AUD", "NZD", "CAD", "SEK", "NOK", "DKK", "PLN", "CZK",
    "HUF", "TRY", "ZAR", "MXN", "SGD", "HKD", "CNH", "CNY", "INR", "BRL", "KRW",
)  # fmt: skip
_STABLE_COINS = ("USDT", "USDC", "BUSD", "FDUSD")
_COINS = (
    "BTC", "XBT", "ETH", "LTC", "XRP", "SOL", "BNB", "ADA", "DOGE", "DOT", "TRX", "AVAX", "LINK",
    "MATIC", "SHIB", "BCH", "XLM", "UNI", "ATOM", "ETC", "PEPE",
)  # fmt: skip
_QUOTES = (*_STABLE_COINS, *_FIAT, "BTC", "ETH")


def describe(
    symbol: str, resolution: str, decimals: Decimals, timezone: str | None, *, live: bool = False
) -> Instrument:
    """Return an instrument; its kind and currency are read from the usual ways to write pairs."""
    kind, currency = _kind_and_currency(symbol)
    return Instrument(
        symbol=symbol,
        description=symbol,
        exchange=EXCHANGE,
        type=kind,
        currency=currency,
        timezone=timezone or "Etc/UTC",
        session="24x7",
        price_scale=10**decimals.price,
        min_move=1,
        volume_precision=decimals.volume,
        resolutions=foldable(resolution),
        live=live,
    )


def _kind_and_currency(symbol: str) -> tuple[str, str]:
    if symbol.startswith("^"):
        return "index", "USD"
    base, quote = _pair(symbol.upper())
    if not base:
        return "stock", "USD"
    return "forex" if base in _FIAT and quote in _FIAT else "crypto", quote


def _pair(symbol: str) -> tuple[str, str]:
    """Return base and quote of `EUR/USD`, `BTC-USD`, `EURUSD=X` or `BTCUSDT`; empty for no pair."""
    symbol = symbol.removesuffix("=X")
    for separator in "/-_":
        base, found, quote = symbol.partition(separator)
        if found and quote in _QUOTES:
            return base, quote
    for quote in _QUOTES:
        base = symbol.removesuffix(quote)
        if base != symbol and (quote in _STABLE_COINS or base in _COINS or base in _FIAT):
            return base, quote
    return "", ""
