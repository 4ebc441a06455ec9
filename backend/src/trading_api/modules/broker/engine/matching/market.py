"""A market as one account sees it: the newest tick and how much of it the account has used."""

from trading_api.models.broker import Side
from trading_api.modules.broker.engine.inputs import Cursor, Tick


class Market:
    """The newest tick of a symbol, the touch before it, and the size consumed of each side.

    A quoted market executes at the other side of its quote, an unquoted one at its last trade.
    """

    __slots__ = ("before_buy", "before_sell", "gap", "resuming", "tick", "used_buy", "used_sell")

    def __init__(self) -> None:
        self.tick: Tick | None = None
        self.used_buy = 0
        self.used_sell = 0
        self.before_buy: int | None = None
        self.before_sell: int | None = None
        self.gap = False
        self.resuming = False
        """The feed was interrupted: the next tick is the first price after a gap."""

    def take(self, tick: Tick) -> None:
        """Make `tick` the newest; a level that changed offers its whole size again."""
        old = self.tick
        self.gap = tick.gap or self.resuming
        self.resuming = False
        self.before_buy = self.touch(Side.BUY)
        self.before_sell = self.touch(Side.SELL)
        if old is None or not is_quoted(tick) or self.gap:
            self.used_buy = self.used_sell = 0
        else:
            if tick.ask != old.ask or tick.ask_size != old.ask_size:
                self.used_buy = 0
            if tick.bid != old.bid or tick.bid_size != old.bid_size:
                self.used_sell = 0
        self.tick = tick

    def interrupt(self) -> None:
        """The feed could not be read: nothing is known until its next tick, which is a gap."""
        self.resuming = self.tick is not None

    def touch(self, side: Side) -> int | None:
        """Return the price that an order of `side` executes at; None where nobody offers."""
        tick = self.tick
        if tick is None:
            return None
        if tick.bid is None and tick.ask is None:
            return tick.last
        return tick.ask if side is Side.BUY else tick.bid

    def mark(self, qty: int) -> int | None:
        """Return the price that a position is valued at: long at bid, short at ask, else last."""
        touch = self.touch(Side.SELL if qty > 0 else Side.BUY)
        if touch is not None or self.tick is None:
            return touch
        return self.tick.last

    def room(self, side: Side) -> int | None:
        """Return what is left of the displayed size; None where no size is displayed."""
        tick = self.tick
        if tick is None:
            return 0
        if is_quoted(tick):
            size = tick.ask_size if side is Side.BUY else tick.bid_size
        else:
            size = tick.last_size
        if size is None:
            return None
        return max(0, size - (self.used_buy if side is Side.BUY else self.used_sell))

    def consume(self, side: Side, qty: int) -> None:
        if side is Side.BUY:
            self.used_buy += qty
        else:
            self.used_sell += qty

    @property
    def is_quoted(self) -> bool:
        return self.tick is not None and is_quoted(self.tick)

    @property
    def cursor(self) -> Cursor | None:
        return None if self.tick is None else self.tick.cursor


def is_quoted(tick: Tick) -> bool:
    return tick.bid is not None or tick.ask is not None
