"""The committed accounts as the loop sees them: nothing in here is ahead of the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass

from .engine.records import Balance, Equity, Order, Position
from .engine.steps import Step
from .ledger.room.interface import Committed
from .ledger.store.ledger_file import AccountOpening
from .ledger.store.readers import AccountState


@dataclass(slots=True)
class AccountView:
    """One account after its last committed step: what is open, and its money."""

    opening: AccountOpening
    step: int
    ts: int
    """When the last step was, in the feed's time; Unix ms, UTC."""
    orders: dict[str, Order]
    positions: dict[str, Position]
    balances: tuple[Balance, ...]
    equity: Equity

    def apply(self, step: Step) -> None:
        """Take one more step."""
        self.step, self.ts = step.number, step.ts
        for order in step.orders:
            if order.is_final:
                self.orders.pop(order.id, None)
            else:
                self.orders[order.id] = order
        for position in step.positions:
            if position.qty:
                self.positions[position.symbol] = position
            else:
                self.positions.pop(position.symbol, None)
        self.balances, self.equity = step.balances, step.equity


class CommittedView:
    """The accounts by id, in the order in which they were opened; called in the loop."""

    def __init__(self) -> None:
        self.accounts: dict[str, AccountView] = {}

    def open(self, states: Iterable[AccountState]) -> None:
        """Take the accounts as the ledger had them."""
        for state in states:
            self.accounts[state.opening.id] = AccountView(
                opening=state.opening,
                step=state.head.step,
                ts=state.head.ts,
                orders={order.id: order for order in state.orders},
                positions={position.symbol: position for position in state.positions},
                balances=state.balances,
                equity=state.equity,
            )

    def apply(self, committed: Committed) -> None:
        """Take what a transaction did to one account."""
        steps = committed.steps
        if committed.new is not None:
            first, opening = steps[0], committed.new.opening
            account = AccountView(opening, 0, 0, {}, {}, first.balances, first.equity)
            self.accounts[committed.account_id] = account
        for step in steps:
            self.accounts[committed.account_id].apply(step)

    def clear(self) -> None:
        """Forget everything: the ledger was closed."""
        self.accounts.clear()
