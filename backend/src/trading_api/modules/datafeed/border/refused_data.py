"""What sources sent that cannot be: refused where it came in, counted, said in the log."""

import logging
from collections import Counter
from threading import Lock
from typing import NamedTuple

logger = logging.getLogger(__name__)


class Fault(NamedTuple):
    """Why something is refused: a word of few, to count by, and a sentence with what came."""

    reason: str
    detail: str


class RefusedData:
    """Counts what was refused, by provider and reason."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._by_symbol: Counter[tuple[str, ...]] = Counter()
        self._lock = Lock()

    @property
    def counts(self) -> Counter[tuple[str, ...]]:
        """How many, by provider and reason, as of now."""
        with self._lock:
            return self._counts.copy()

    @property
    def total(self) -> int:
        return self.counts.total()

    def of(self, provider: str) -> dict[str, int]:
        """Return the counts of one provider by reason."""
        return {reason: count for (name, reason), count in self.counts.items() if name == provider}

    def add(self, provider: str, symbol: str, fault: Fault) -> None:
        """Count one, from any thread; of a symbol and reason the log has the 1st, 2nd, 4th, 8th."""
        with self._lock:
            self._counts[provider, fault.reason] += 1
            self._by_symbol[provider, symbol, fault.reason] += 1
            total = self._by_symbol[provider, symbol, fault.reason]
        if total & (total - 1) == 0:
            logger.error(
                "data_refused provider=%s symbol=%s reason=%s total=%d detail=%s",
                provider,
                symbol,
                fault.reason,
                total,
                fault.detail,
            )
