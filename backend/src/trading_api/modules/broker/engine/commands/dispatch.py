"""Which function applies which command."""

from typing import Any

from trading_api.modules.broker.engine.inputs import (
    Command,
    Submit,
)
from trading_api.modules.broker.engine.matching.rounds import Round

from .submitting import submit

Answer = tuple[str | None, dict[str, Any] | None]
"""The id of the order that the command made, and further details for its caller."""


def apply(matching: Round, command: Command) -> Answer:
    """Apply a command: its steps are then in `matching`.

    Raises:
        Refusal: it is not accepted, and nothing has changed.
    """
    match command:
        case Submit(order):
            return submit(matching, order), None
        case _:
            raise TypeError(f"expected a command, got {type(command).__name__}")
