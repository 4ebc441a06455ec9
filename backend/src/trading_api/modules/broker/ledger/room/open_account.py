"""One account in the engine room: its machine, and how far it has read the feed."""

from collections.abc import Sequence
from datetime import UTC, datetime

from trading_api.modules.broker.engine.inputs import Command, Cursor, FeedGap, Tick
from trading_api.modules.broker.engine.interface import AccountMachine
from trading_api.modules.broker.engine.steps import Reply, Step
from trading_api.modules.broker.ledger.store.account_rows import Head
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.ledger.store.machine_parts import MachineParts
from trading_api.shared.errors import Refusal

# A clock that is corrected by less goes on before anybody notices.
TOLERATED_MS = 60_000


class OpenAccount:
    """Offers its machine each input once, in order; `head` and `parts` are as committed.

    What the machine raises beside a refusal leaves it undefined: the account is loaded anew.
    """

    def __init__(
        self, opening: AccountOpening, machine: AccountMachine, head: Head, parts: MachineParts
    ) -> None:
        self.opening = opening
        self.machine = machine
        self.head = head
        self.parts = parts
        self._executed_until = head.cursor
        self._offered: dict[str, Cursor] = {}
        places = machine.cursors.values()
        self._time = max([head.ts, *(place.time for place in places)])

    def offer(self, tick: Tick) -> Sequence[Step]:
        """Fire what is due before the tick, then offer it; what it has had already is left out."""
        cursor, symbol = tick.cursor, tick.symbol
        had = self._offered.get(symbol)
        if symbol not in self.machine.symbols or (had is not None and cursor <= had):
            return ()
        self._offered[symbol] = cursor
        if cursor <= self._executed_until:
            self.machine.observe(tick)
            return ()
        steps = list(self.fire(tick.time - 1))
        self._time = max(self._time, tick.time)
        if symbol in self.machine.symbols:
            steps += self.machine.tick(tick)
        return steps

    def fire(self, until: int) -> Sequence[Step]:
        """Fire the timers due at or before `until`."""
        due = self.machine.next_timer
        return self.machine.fire(until) if due is not None and due <= until else ()

    def show(self, tick: Tick) -> None:
        """Let the machine see the newest price of a symbol that it does not watch yet."""
        self._offered[tick.symbol] = tick.cursor
        self.machine.observe(tick)

    def stamp(self, now: int) -> int:
        """Return the time of an input that comes now: the account's never goes back."""
        self._time = max(self._time, now)
        return self._time

    def refuse_before_its_time(self, now: int) -> None:
        """Return when prices of `now` can execute orders of the account.

        Raises:
            Refusal: the feed has gone back: the account has lived until later.
        """
        if self._time - now > TOLERATED_MS:
            raise Refusal("MARKET_BEHIND", behind(self._time, now))

    def apply(self, command: Command, now: int) -> tuple[Sequence[Step], Reply]:
        """Apply a command; its timers were fired.

        Raises:
            Refusal: it was refused, nothing changed.
        """
        return self.machine.command(command, self.stamp(now))

    def missed(self, now: int, feed: str) -> FeedGap:
        """Return the command that records the time since the account's last input as a gap."""
        return FeedGap(min(self.head.cursor.time, now), feed)


def behind(lived_until: int, now: int) -> str:
    """Say that nothing executes until the feed has caught up with an account; Unix ms, UTC."""
    until, at = (
        datetime.fromtimestamp(time / 1000, UTC).isoformat(timespec="seconds")
        for time in (lived_until, now)
    )
    return (
        f"expected a market at or after {until}, where the account stood last, got one at {at}:"
        " nothing executes until it has passed that time; set the clock right, serve what the"
        " account traded on, or use another --data-dir"
    )


def symbol_of(command: Command) -> str | None:
    """Return the symbol whose price a command needs; None where it names none."""
    found = getattr(getattr(command, "order", command), "symbol", None)
    return None if found is None else str(found)
