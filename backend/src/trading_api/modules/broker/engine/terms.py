"""What the engine knows of an instrument: its units, its limits and its hours."""

from dataclasses import dataclass

from trading_api.shared.market import TradingHours

MONEY_SCALE = 10**12
"""Money is an integer count of 1 / MONEY_SCALE of its currency: price times quantity is exact."""


@dataclass(frozen=True)
class Terms:
    """The definition of an instrument as its orders see it.

    A price is an integer count of 1 / `price_scale`, a quantity one of 1 / 10**`qty_precision`.
    Orders keep to multiples of `tick` and `lot` (in these units).
    """

    symbol: str
    currency: str
    price_scale: int
    tick: int
    qty_precision: int
    lot: int
    min_qty: int
    max_qty: int
    multiplier: int
    hours: TradingHours

    @property
    def qty_scale(self) -> int:
        scale: int = 10**self.qty_precision
        return scale

    @property
    def is_exact(self) -> bool:
        """Whether price times quantity is whole in `MONEY_SCALE`; else it cannot be traded."""
        return MONEY_SCALE * self.multiplier % (self.price_scale * self.qty_scale) == 0

    @property
    def money_unit(self) -> int:
        """Money of one price unit times one quantity unit, in `MONEY_SCALE`."""
        return MONEY_SCALE * self.multiplier // (self.price_scale * self.qty_scale)
