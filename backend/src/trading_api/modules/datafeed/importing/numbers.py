"""Reads decimal numbers exactly, as integers in a scale."""

from decimal import Decimal, InvalidOperation

# Beyond any price and volume, large or small: it must not be written out in digits.
_LARGEST_EXPONENT = 30

_SUFFIXES = {"K": 3, "M": 6, "B": 9}


def scaled(text: str, decimals: int, *, decimal_comma: bool = False) -> int:
    """Return the number times 10**decimals; what is finer is rounded half to even.

    Takes `132.5`, `1e-05`, `$1,234.5`, `53.2M` and, with `decimal_comma`, `1.234,5`.

    Raises:
        ValueError: it is not a finite number.
    """
    if decimal_comma:
        text = _with_point(text)
    whole, _, fraction = text.partition(".")
    if len(fraction) <= decimals and whole.isdecimal() and (fraction + whole).isdecimal():
        return int(whole + fraction.ljust(decimals, "0"))
    return int(_decimal(text).scaleb(decimals).to_integral_value())


def fraction_of(text: str, *, decimal_comma: bool = False) -> str:
    """Return the digits after the decimal point as written; none for what is not a number."""
    if decimal_comma:
        text = _with_point(text)
    if not text.replace(".", "", 1).isdecimal():
        try:
            text = f"{_decimal(text):f}"
        except ValueError:
            return ""
    return text.partition(".")[2]


def _with_point(text: str) -> str:
    return text.replace(".", "").replace(",", ".")


def _decimal(text: str) -> Decimal:
    plain = text.strip().lstrip("$€£").replace(" ", "").replace(",", "")
    exponent = _SUFFIXES.get(plain[-1:].upper(), 0)
    try:
        number = Decimal(plain[:-1] if exponent else plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise ValueError(f"expected a finite number, got {text[:40]!r}")
    return number.scaleb(exponent)
