"""What an account is made with: as the ledger keeps it, and as the engine takes it."""

from typing import Any

from .engine.profile import AccountProfile, FeeSchedule
from .engine.terms import MONEY_SCALE
from .ledger.store.ledger_file import AccountOpening

FIRST_ACCOUNT = "demo"
FIRST_CASH = 100_000 * MONEY_SCALE


def first_account() -> AccountOpening:
    """Return the account that the first start opens."""
    return opening(FIRST_ACCOUNT, "Demo", "USD", FIRST_CASH)


def opening(
    account_id: str, name: str, currency: str, cash: int, fees: FeeSchedule | None = None
) -> AccountOpening:
    """Return what opens an account with `cash`, in `MONEY_SCALE`; no fees cost nothing."""
    profile: dict[str, Any] = {"initial_cash": cash}
    if fees is not None and fees != FeeSchedule():
        profile["fees"] = {
            "fixed": fees.fixed,
            "per_share": fees.per_share,
            "rate": fees.rate,
            "minimum": fees.minimum,
        }
    return AccountOpening(account_id, name, currency, profile)


def profile_of(opened: AccountOpening, feed: str) -> AccountProfile:
    """Return the engine's profile of an account that trades on `feed`.

    Raises:
        TypeError: the ledger holds members that no profile has.
    """
    members = dict(opened.profile)
    fees = FeeSchedule(**members.pop("fees", {}))
    return AccountProfile(opened.id, opened.currency, fees=fees, feed=feed, **members)
