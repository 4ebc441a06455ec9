"""One account's engine: inputs in, steps out."""

from collections.abc import Callable, Sequence
from typing import Any

from .account import Account
from .accounting.equity import equity_of
from .change import Change
from .commands.causes import cause_of
from .commands.dispatch import apply
from .commands.preview import Estimate, estimate
from .inputs import END_OF_MS, Bar, Command, Cursor, NewOrder, Tick
from .matching.bars import match_bar
from .matching.rounds import Round, match_tick
from .profile import AccountProfile
from .records import Equity
from .state.dump import dumped, remainder, restored
from .steps import Reply, Step
from .terms import Terms
from .timers import DAY_MS, fire_until, next_timer

TermsOf = Callable[[str], Terms | None]


class AccountEngine:
    """Implements `AccountMachine`: see there for what its caller owes it.

    An exception other than a `Refusal` is a fault of the engine: the account is then in an
    undefined state, and must be loaded anew.
    """

    __slots__ = ("account",)

    def __init__(self, account: Account) -> None:
        self.account = account

    @classmethod
    def open(cls, profile: AccountProfile, terms: TermsOf, ts: int) -> tuple["AccountEngine", Step]:
        """Return a new account and its first step; `ts` is Unix ms, UTC."""
        account = Account(profile, terms, profile.limits, ts=ts)
        account.cash.cash = account.cash.transfers = profile.initial_cash
        account.day.end = ts - ts % DAY_MS + DAY_MS
        account.day.equity = profile.initial_cash
        cause = {"account": profile.id, "initialCash": profile.initial_cash}
        step = Change(account, cause, Cursor(ts, END_OF_MS)).finish("account_opened")
        return cls(account), step

    @classmethod
    def load(
        cls, profile: AccountProfile, terms: TermsOf, dumped: dict[str, Any]
    ) -> "AccountEngine":
        """Return the account that `dump` was taken of.

        Raises:
            ValueError: the dump does not fit its own state hash, or is of another account.
        """
        return cls(restored(profile, terms, dumped))

    @property
    def symbols(self) -> frozenset[str]:
        return self.account.symbols

    @property
    def next_timer(self) -> int:
        return next_timer(self.account)

    @property
    def equity(self) -> Equity:
        """The account's value at the newest prices that it took in."""
        return equity_of(self.account)

    @property
    def state_hash(self) -> str:
        return self.account.hash.hex

    @property
    def step(self) -> int:
        """The number of the last step."""
        return self.account.counters.step

    @property
    def cursors(self) -> dict[str, Cursor]:
        account = self.account
        found = {}
        for symbol in account.symbols:
            market = account.markets.get(symbol)
            cursor = None if market is None else market.cursor
            found[symbol] = account.cursor if cursor is None else cursor
        return found

    def command(self, command: Command, ts: int) -> tuple[Sequence[Step], Reply]:
        """Apply a command.

        Raises:
            Refusal: it was refused before acceptance; no step, nothing changed.
            RuntimeError: a timer was due by then: the caller must `fire` it first.
        """
        account = self.account
        now = max(ts, account.ts)
        if self.next_timer <= now:
            raise RuntimeError(f"a timer is due at {self.next_timer}: fire({now}) first")
        before, account.ts = account.ts, now
        matching = Round(account, cause_of(command), Cursor(now, END_OF_MS))
        try:
            order_id, details = apply(matching, command)
        finally:
            if not matching.steps:
                account.ts = before
        return matching.steps, Reply(account.counters.step, order_id, details)

    def preview(self, order: NewOrder, ts: int) -> Estimate:
        """Return what an order would cost if it were submitted at `ts`; nothing changes.

        Raises:
            Refusal: it would not be accepted.
        """
        account = self.account
        before, account.ts = account.ts, max(ts, account.ts)
        try:
            return estimate(account, order)
        finally:
            account.ts = before

    def tick(self, tick: Tick) -> Sequence[Step]:
        account = self.account
        if tick.symbol not in account.symbols or self._is_known(tick):
            return ()
        steps = fire_until(account, tick.time - 1)
        account.ts = max(account.ts, tick.time)
        account.market(tick.symbol).take(tick)
        steps.extend(match_tick(account, tick))
        return steps

    def bar(self, bar: Bar) -> Sequence[Step]:
        account = self.account
        tick = _closing_tick(bar)
        if bar.symbol not in account.symbols or self._is_known(tick):
            return ()
        steps = fire_until(account, bar.end - 1)
        account.ts = max(account.ts, bar.end)
        steps.extend(match_bar(account, bar, bar.cursor))
        account.market(bar.symbol).take(tick)
        return steps

    def fire(self, until: int) -> Sequence[Step]:
        return fire_until(self.account, until)

    def observe(self, tick: Tick) -> None:
        if not self._is_known(tick):
            self.account.market(tick.symbol).take(tick)

    def dump(self) -> dict[str, Any]:
        return dumped(self.account)

    def remainder(self) -> dict[str, Any]:
        return remainder(self.account)

    def _is_known(self, tick: Tick) -> bool:
        market = self.account.markets.get(tick.symbol)
        newest = None if market is None else market.tick
        return newest is not None and tick.time <= newest.time


def _closing_tick(bar: Bar) -> Tick:
    return Tick(
        symbol=bar.symbol,
        time=bar.end,
        received=bar.received,
        bid=None,
        ask=None,
        last=bar.close,
        bid_size=None,
        ask_size=None,
        last_size=None,
    )
