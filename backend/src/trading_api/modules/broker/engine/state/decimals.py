"""Integers as the decimal strings that the wire carries, and only those."""

from functools import lru_cache

from trading_api.modules.broker.engine.terms import MONEY_SCALE

MONEY_DIGITS = 12
MAX_DIGITS = 18


def digits_of(scale: int) -> int:
    """Return how many decimal digits write 1 / `scale` exactly.

    Raises:
        ValueError: it has no finite decimal within 18 digits.
    """
    for digits in range(MAX_DIGITS + 1):
        if 10**digits % scale == 0:
            return digits
    raise ValueError(f"expected a price scale whose ticks are finite decimals, got {scale}")


@lru_cache(maxsize=8192)
def fixed(value: int, digits: int) -> str:
    """Return `value` / 10**`digits` with exactly that many digits: 15010, 2 is "150.10"."""
    if digits == 0:
        return str(value)
    text = str(value if value >= 0 else -value).rjust(digits + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{text[:-digits]}.{text[-digits:]}"


@lru_cache(maxsize=8192)
def money(value: int) -> str:
    """Return money as the shortest exact decimal: "100000", "-0.5"."""
    if not value:
        return "0"
    whole, part = divmod(value if value >= 0 else -value, MONEY_SCALE)
    sign = "-" if value < 0 else ""
    if not part:
        return f"{sign}{whole}"
    return f"{sign}{whole}.{part:012d}".rstrip("0")
