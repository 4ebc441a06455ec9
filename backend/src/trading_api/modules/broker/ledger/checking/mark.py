"""Up to where an account's record is verified, and the sums of everything up to there."""

from dataclasses import asdict, dataclass, field
from typing import Any

from pydantic_core import from_json, to_json

from trading_api.modules.broker.ledger.store.account_rows import COUNTED
from trading_api.modules.broker.ledger.store.step_codec import FIRST_CHAIN, StepRecords


@dataclass(slots=True)
class Mark:
    """Sums over the steps 1 to `step`; money in `MONEY_SCALE`."""

    step: int = 0
    chain: str = FIRST_CHAIN
    seqs: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    held: dict[str, int] = field(default_factory=dict)
    """For each symbol, bought less sold, with what adjustments gave and took."""
    realized: int = 0
    fees: int = 0
    adjusted: int = 0
    last_execution: int = 0

    def take(self, records: StepRecords) -> None:
        """Add the executions and adjustments of the next step."""
        for execution in records.executions:
            self._hold(execution.symbol, execution.side * execution.qty)
            self.realized += execution.realized
            self.fees += execution.fee
            self.last_execution = execution.number
        for adjustment in records.adjustments:
            self._hold(adjustment.symbol, adjustment.qty)
            self.adjusted += adjustment.cost

    def _hold(self, symbol: str, qty: int) -> None:
        self.held[symbol] = self.held.get(symbol, 0) + qty

    @property
    def text(self) -> str:
        return to_json(asdict(self)).decode()

    @classmethod
    def of(cls, text: str) -> "Mark":
        """Return the mark of a stored text; nothing is verified where there is none.

        Raises:
            ValueError, TypeError: it is no mark.
        """
        if not text:
            return cls()
        members: dict[str, Any] = from_json(text)
        return cls(**members)
