"""How the engine room fares, and what a request is told of it."""

from dataclasses import dataclass
from typing import Literal

from trading_api.shared.errors import Refusal

Condition = Literal["starting", "trading", "unavailable", "locked", "corrupt", "stopped"]

_CODES: dict[Condition, str] = {
    "starting": "LEDGER_STARTING",
    "locked": "LEDGER_LOCKED",
    "corrupt": "LEDGER_CORRUPT",
    "stopped": "LEDGER_UNAVAILABLE",
}


@dataclass(frozen=True, slots=True)
class RoomState:
    """A condition and its reason, in a sentence; empty where none is needed."""

    condition: Condition
    reason: str = ""

    @property
    def refusal(self) -> Refusal | None:
        """What a request is told; None where requests are taken."""
        code = _CODES.get(self.condition)
        return None if code is None else Refusal(code, self.reason)


STARTING = RoomState("starting", "the accounts are being opened; try again in a moment")
TRADING = RoomState("trading")
RESTORING = RoomState("starting", "a backup takes the accounts' place; try again in a moment")
STOPPED = RoomState("stopped", "the server is stopping; nothing of the request was done")
