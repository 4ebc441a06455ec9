"""Refusals say what was expected and what came, in the instrument's own decimals."""

from typing import NoReturn

from trading_api.shared.errors import Refusal


def refuse(code: str, expected: str, came: object) -> NoReturn:
    """Raise the refusal of a command.

    Raises:
        Refusal: always, with `code` of the error table.
    """
    raise Refusal(code, f"expected {expected}, got {came}")
