"""What is due by time: orders that expire, and the start of a day."""

from .account import Account
from .accounting.equity import equity_of
from .change import Change
from .inputs import END_OF_MS, Cursor
from .matching.ending import cancel_order
from .steps import Step

DAY_MS = 86_400_000


def next_timer(account: Account) -> int:
    """Return when the next timer is due, Unix ms."""
    first = account.timers.first
    return account.day.end if first is None else min(first[0], account.day.end)


def fire_until(account: Account, until: int) -> list[Step]:
    """Fire what is due at or before `until`: at one time orders expire before the day opens."""
    steps = []
    while (due := next_timer(account)) <= until:
        account.ts = max(account.ts, due)
        first = account.timers.first
        if first is not None and first[0] == due:
            steps.append(_expire(account, first[2], due))
        else:
            steps.append(_open_day(account, due))
    return steps


def _expire(account: Account, order_id: str, due: int) -> Step:
    change = Change(account, {"timer": "order_expiry", "due": due}, Cursor(due, END_OF_MS))
    cancel_order(change, account.orders[order_id], "ORDER_EXPIRED")
    return change.finish("order_expired")


def _open_day(account: Account, due: int) -> Step:
    account.day.end = due + DAY_MS
    account.day.equity = equity_of(account).equity
    cause = {"timer": "day", "due": due, "equity": account.day.equity}
    return Change(account, cause, Cursor(due, END_OF_MS)).finish("day_opened")
