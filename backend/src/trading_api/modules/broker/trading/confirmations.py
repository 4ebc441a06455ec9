"""Confirmations of previews: each confirms one order of one account, once, for a minute."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NoReturn

from trading_api.modules.broker.engine.inputs import NewOrder
from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal

LIVES_S = 60.0
# Previews that nobody confirms are forgotten, the oldest first.
MOST = 10_000


@dataclass(slots=True)
class _Issued:
    account_id: str
    order: NewOrder
    until_s: float
    used_by: str | None = None
    is_used: bool = False


class Confirmations:
    """Those that were issued and may still be used; called in the loop."""

    def __init__(
        self, clock: Clock, new_id: Callable[[], str] = lambda: secrets.token_urlsafe(16)
    ) -> None:
        self._clock = clock
        self._new_id = new_id
        self._issued: dict[str, _Issued] = {}

    def issue(self, account_id: str, order: NewOrder) -> str:
        """Return an id that confirms just this order."""
        now = self._clock.monotonic_s()
        self._forget(now)
        confirm_id = self._new_id()
        self._issued[confirm_id] = _Issued(account_id, _bound(order), now + LIVES_S)
        return confirm_id

    def use(self, confirm_id: str, account_id: str, order: NewOrder, key: str | None) -> None:
        """Use a confirmation up; the same `key` may use it again, for it is the same request.

        Raises:
            Refusal: it is unknown, too old, used, or of another order or account.
        """
        issued = self._issued.get(confirm_id)
        if issued is None or issued.until_s <= self._clock.monotonic_s():
            _refuse(
                f"expected the confirmId of a preview of the last {LIVES_S:g} s, got an unknown"
                " one: it is forgotten then, and when the server starts again"
            )
        if (issued.account_id, issued.order) != (account_id, _bound(order)):
            _refuse("expected the order and the account of the preview, got others")
        if issued.is_used and (key is None or key != issued.used_by):
            _refuse("expected a confirmId that was not used, got a used one")
        issued.is_used, issued.used_by = True, key

    def _forget(self, now: float) -> None:
        for confirm_id, issued in list(self._issued.items()):
            if issued.until_s > now and len(self._issued) < MOST:
                return
            del self._issued[confirm_id]


def _bound(order: NewOrder) -> NewOrder:
    """Return what a confirmation confirms: the client's own name of the order may differ."""
    return replace(order, client_order_id=None)


def _refuse(message: str) -> NoReturn:
    raise Refusal("CONFIRMATION_INVALID", f"confirmId: {message}; preview the order again")
