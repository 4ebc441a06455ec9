"""An instrument as the engine computes with it: its terms and what follows from them, once."""

from dataclasses import dataclass

from .state.decimals import digits_of, fixed
from .terms import Terms


@dataclass(frozen=True, slots=True)
class Listing:
    """`unit` is the money of one price unit times one quantity unit."""

    symbol: str
    terms: Terms
    unit: int
    qty_scale: int
    price_digits: int
    price_factor: int

    @classmethod
    def of(cls, terms: Terms) -> "Listing":
        digits = digits_of(terms.price_scale)
        factor = 10**digits // terms.price_scale
        return cls(terms.symbol, terms, terms.money_unit, terms.qty_scale, digits, factor)

    def price(self, price: int) -> str:
        """Return a price as a decimal string in the instrument's precision."""
        return fixed(price * self.price_factor, self.price_digits)

    def qty(self, qty: int) -> str:
        """Return a quantity as a decimal string in the instrument's precision."""
        return fixed(qty, self.terms.qty_precision)
