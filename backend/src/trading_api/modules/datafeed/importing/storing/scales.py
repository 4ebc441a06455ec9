"""Settles in which scales a symbol is stored: the finer of those of the store and of a file."""

import sqlite3
from dataclasses import replace
from typing import NamedTuple

from trading_api.modules.datafeed.importing.bar_rows import LARGEST_INTEGER
from trading_api.modules.datafeed.importing.refusal import ImportRefused
from trading_api.modules.datafeed.instruments import Instrument

_RESCALE = """
UPDATE bars SET open = open * :price, high = high * :price, low = low * :price,
    close = close * :price, volume = volume * :volume
WHERE symbol = :symbol
"""


class Factors(NamedTuple):
    """By what stored integers are multiplied to be in other scales."""

    price: int
    volume: int


def settled_scales(
    connection: sqlite3.Connection, wanted: Instrument
) -> tuple[Instrument, Factors]:
    """Bring what is stored to the finer scales; return the instrument in them.

    The factors bring what is in the scales of `wanted` to those that are settled.

    Raises:
        ImportRefused: the stored numbers do not fit.
    """
    scale, precision = _stored_scales(connection, wanted)
    price_scale = max(scale, wanted.price_scale)
    volume_precision = max(precision, wanted.volume_precision)
    stored = Factors(price_scale // scale, 10 ** (volume_precision - precision))
    if stored != (1, 1):
        _rescale(connection, wanted.symbol, stored)
    settled = replace(wanted, price_scale=price_scale, volume_precision=volume_precision)
    return settled, Factors(
        price_scale // wanted.price_scale, 10 ** (volume_precision - wanted.volume_precision)
    )


def refuse_too_large(symbol: str, price: int, volume: int, factors: Factors) -> None:
    """Do nothing where the largest numbers fit.

    Raises:
        ImportRefused: they do not.
    """
    if max(price * factors.price, volume * factors.volume) > LARGEST_INTEGER:
        raise ImportRefused(
            f"{symbol}: expected numbers of at most 18 digits with their decimals, got larger"
            " ones; import the file with fewer decimals."
        )


def _stored_scales(connection: sqlite3.Connection, wanted: Instrument) -> tuple[int, int]:
    stored: tuple[int, int] | None = connection.execute(
        "SELECT price_scale, volume_precision FROM instruments WHERE symbol = ?", (wanted.symbol,)
    ).fetchone()
    return stored or (wanted.price_scale, wanted.volume_precision)


def _rescale(connection: sqlite3.Connection, symbol: str, factors: Factors) -> None:
    high, most = connection.execute(
        "SELECT MAX(high), MAX(volume) FROM bars WHERE symbol = ?", (symbol,)
    ).fetchone()
    refuse_too_large(symbol, high or 0, most or 0, factors)
    connection.execute(_RESCALE, {"symbol": symbol, **factors._asdict()})
