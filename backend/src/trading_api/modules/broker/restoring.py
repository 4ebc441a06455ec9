"""A backup in the place of the accounts while the server runs."""

import asyncio
import logging
from functools import partial
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from trading_api.shared.errors import Refusal
from trading_api.shared.file_copies import CopyRefused

from .desk import Desk
from .ledger.restoring import exchange, find_staged
from .ledger.room.loading import load
from .ledger.store.ledger_file import LedgerFile
from .ledger.store.readers import account_ids
from .streams.topics import AccountTopics
from .venue import PaperEngines, Venue

logger = logging.getLogger(__name__)

ENDED = "a backup takes the accounts' place: subscribe again for a fresh state"


async def restore_accounts(
    desk: Desk, topics: AccountTopics, venue: Venue, staged: str
) -> Path | None:
    """Put the staged copy of this name in the ledger's place; return where that one is kept.

    Requests are told to wait meanwhile, and every stream of an account ends: it has a new epoch.

    Raises:
        Refusal: there is no such copy, or it does not fit; the accounts trade on as before.
    """
    if desk.room is None:
        raise Refusal("LEDGER_UNAVAILABLE", "the accounts are not open")
    ledger = desk.room.path
    try:
        path = find_staged(ledger, staged)
        await asyncio.to_thread(_refuse_unfit, path, venue)
        kept = await desk.reopen(partial(exchange, path, ledger), partial(_end, topics))
    except CopyRefused as refused:
        raise Refusal("RESTORE_REFUSED", str(refused)) from refused
    logger.warning("ledger_restored ledger=%s kept=%s", ledger, kept)
    return kept


def _refuse_unfit(staged: Path, venue: Venue) -> None:
    """Load every account as a start does, while the others still trade.

    Raises:
        CopyRefused: one cannot trade on this market.
    """
    file = LedgerFile(staged)
    try:
        file.open()
        for account_id in account_ids(file.connection):
            load(file.connection, account_id, PaperEngines(venue))
    except (SQLAlchemyError, ValueError, LookupError) as unfit:
        message = f"expected accounts that can trade on this market, got one that cannot: {unfit}"
        raise CopyRefused(message) from unfit
    finally:
        file.close()


def _end(topics: AccountTopics) -> None:
    """End what has an epoch of the replaced ledger, and equity; the link goes on."""
    for route, update in topics.all():
        if route != "connection":
            update.status("ended", "LEDGER_STARTING", ENDED)
