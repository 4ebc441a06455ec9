"""Which function applies which command."""

from typing import Any

from trading_api.modules.broker.engine.inputs import (
    Cancel,
    ClosePosition,
    Command,
    FeedGap,
    KillSwitch,
    Modify,
    Reset,
    Resume,
    ReversePosition,
    SetBrackets,
    SetLeverage,
    SetRisk,
    Submit,
)
from trading_api.modules.broker.engine.matching.rounds import Round

from .account_settings import set_leverage, set_risk
from .canceling import cancel
from .emergency import interrupt, kill, reset, resume
from .modifying import modify
from .positions import close, reverse, set_brackets
from .submitting import submit

Answer = tuple[str | None, dict[str, Any] | None]
"""The order that the command made or changed, and further details for its caller."""


def apply(matching: Round, command: Command) -> Answer:
    """Apply a command: its steps are then in `matching`.

    Raises:
        Refusal: it is not accepted, and nothing has changed.
    """
    match command:
        case Submit(order):
            return submit(matching, order), None
        case Modify():
            return modify(matching, command), None
        case ClosePosition():
            return close(matching, command), None
        case ReversePosition():
            return reverse(matching, command), None
        case KillSwitch():
            return None, kill(matching, command)
        case _:
            _apply_quiet(matching, command)
            return None, None


def _apply_quiet(matching: Round, command: Command) -> None:
    match command:
        case Cancel(order_ids):
            cancel(matching, order_ids)
        case SetBrackets():
            set_brackets(matching, command)
        case SetLeverage():
            set_leverage(matching, command)
        case SetRisk():
            set_risk(matching, command)
        case Resume():
            resume(matching)
        case Reset():
            reset(matching)
        case FeedGap():
            interrupt(matching, command)
        case _:
            raise TypeError(f"expected a command, got {type(command).__name__}")
