"""Verifies what another process still writes, so that little is left once it lets go."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from trading_api.modules.broker.ledger.store.readers import LedgerReaders
from trading_api.shared.clock import Clock

from .corruption import LedgerCorrupt
from .verification import Verified, verify_ledger

LOOK_EVERY_S = 1.0


class VerifiedAhead:
    """Reads beside the writer until the ledger is ours; every method blocks."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.marks: Mapping[str, str] = {}
        """By account: up to where it was found whole here, beyond what the ledger says."""
        self._readers = LedgerReaders(path, readers=1)
        self._clock = clock
        self._next_look_s = clock.monotonic_s()

    def look(self) -> None:
        """Verify what was committed since the last look, if that is a while ago.

        What cannot be read, or contradicts itself, is judged once the ledger is ours.
        """
        if self._clock.monotonic_s() < self._next_look_s:
            return
        try:
            found = self._readers.read(partial(verify_ledger, known=self.marks))
            self.marks = {one.account_id: one.mark.text for one in found}
        except (LedgerCorrupt, SQLAlchemyError, ValueError, LookupError):
            self.marks = {}
        self._next_look_s = self._clock.monotonic_s() + LOOK_EVERY_S

    def verify_rest(self, connection: sa.Connection) -> list[Verified]:
        """Verify what is left, within the connection's transaction, and read ahead no more.

        Raises:
            LedgerCorrupt: the first contradiction.
        """
        self._readers.close()
        try:
            return verify_ledger(connection, known=self.marks)
        except LedgerCorrupt:
            if not self.marks:
                raise
            # Another file may stand in the place of the one that was read.
            return verify_ledger(connection)
