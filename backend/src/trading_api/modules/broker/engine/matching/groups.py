"""One-cancels-other groups: any fill of a member cancels all others, in the same step."""

from trading_api.modules.broker.engine.change import Change

from .ending import cancel_order

REMEMBERED_GROUPS = 256
"""A group is refused new members for as long as this many groups have not finished after it."""


def cancel_group(change: Change, group: str, filled_id: str) -> None:
    """Cancel the others of `group`, and let nothing join it any more."""
    account = change.account
    for order_id in list(account.groups.get(group, ())):
        order = account.orders.get(order_id)
        if order is not None and order_id != filled_id:
            cancel_order(change, order, "OCO_FILLED")
    finished = account.finished_groups
    if group not in finished:
        finished[group] = None
        if len(finished) > REMEMBERED_GROUPS:
            del finished[next(iter(finished))]
