"""Executes orders on bars in nautilus_trader, in an environment of its own; see `differential`.

Reads `{"bars", "orders", "keeps"}` from stdin and writes `{id: [bar, price]}`. Imports nothing of
the product: what is compared must not share code.
"""

import json
import sys
from importlib import import_module
from typing import Any

NAMES = {
    "BacktestEngine": "backtest.engine",
    "BacktestEngineConfig": "backtest.config",
    "FillModel": "backtest.models",
    "LoggingConfig": "config",
    "StrategyConfig": "config",
    "Strategy": "trading.strategy",
    "ClientOrderId": "model.identifiers",
    "Bar": "model.data",
    "BarType": "model.data",
    "AccountType": "model.enums",
    "OmsType": "model.enums",
    "OrderSide": "model.enums",
    "TimeInForce": "model.enums",
    "Venue": "model.identifiers",
    "Equity": "model.instruments",
    "InstrumentId": "model.identifiers",
    "Symbol": "model.identifiers",
    "Money": "model.objects",
    "Price": "model.objects",
    "Quantity": "model.objects",
    "USD": "model.currencies",
}
MS = 1_000_000


class Nautilus:
    """The names of the library that are used here."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(f"nautilus_trader.{NAMES[name]}"), name)


nt: Any = Nautilus()


def fills(given: dict[str, Any]) -> dict[str, list[int]]:
    """Return the number of the bar and the price in cents at which each order was filled."""
    engine = nt.BacktestEngine(
        nt.BacktestEngineConfig(logging=nt.LoggingConfig(log_level="ERROR", bypass_logging=True))
    )
    venue = nt.Venue("SIM")
    engine.add_venue(
        venue=venue,
        oms_type=nt.OmsType.NETTING,
        account_type=nt.AccountType.MARGIN,
        base_currency=nt.USD,
        starting_balances=[nt.Money(1_000_000_000, nt.USD)],
        # A limit fills when it was traded through, not when it was touched.
        fill_model=nt.FillModel(prob_fill_on_limit=0.0),
        bar_execution=True,
    )
    strategy = _placing()(given["orders"], given["keeps"])
    # Orders of one book disturb each other when a bar fills several: each lane has its own.
    for lane in range(1 + max(order["lane"] for order in given["orders"])):
        instrument = _instrument(lane, venue)
        engine.add_instrument(instrument)
        bar_type = nt.BarType.from_str(f"{instrument.id}-1-DAY-LAST-EXTERNAL")
        strategy.bar_types.append(bar_type)
    engine.add_data([_bar(kind, bar) for bar in given["bars"] for kind in strategy.bar_types])
    engine.add_strategy(strategy)
    engine.run()
    engine.dispose()
    found: dict[str, list[int]] = strategy.found
    return found


def _instrument(lane: int, venue: Any) -> Any:
    symbol = nt.Symbol(f"LANE{lane}")
    return nt.Equity(
        instrument_id=nt.InstrumentId(symbol, venue),
        raw_symbol=symbol,
        currency=nt.USD,
        price_precision=2,
        price_increment=nt.Price.from_str("0.01"),
        lot_size=nt.Quantity.from_int(1),
        ts_event=0,
        ts_init=0,
    )


def _bar(bar_type: Any, bar: list[int]) -> Any:
    end, *prices = bar
    quantity = nt.Quantity.from_int(1_000_000)
    return nt.Bar(bar_type, *map(_price, prices), quantity, end * MS, end * MS)


def _price(cents: int) -> Any:
    return nt.Price(cents / 100, 2)


def _placing() -> Any:
    """Return the strategy that places the orders of each bar at its close."""
    base: Any = nt.Strategy

    class Placing(base):  # type: ignore[misc]
        def __init__(self, orders: list[dict[str, Any]], keeps: int) -> None:
            super().__init__(nt.StrategyConfig(strategy_id="PROOF-1"))
            self.found: dict[str, list[int]] = {}
            self.bar_types: list[Any] = []
            self._orders = {(f"LANE{one['lane']}", one["bar"]): one for one in orders}
            self._keeps = keeps
            self._seen: dict[str, int] = {}
            self._placed: dict[tuple[str, int], Any] = {}

        def on_start(self) -> None:
            for bar_type in self.bar_types:
                self.subscribe_bars(bar_type)

        def on_bar(self, bar: Any) -> None:
            instrument_id = bar.bar_type.instrument_id
            lane = instrument_id.symbol.value
            number = self._seen[lane] = self._seen.get(lane, -1) + 1
            old = self._placed.pop((lane, number - self._keeps), None)
            if old is not None and old.is_open:
                self.cancel_order(old)
            asked = self._orders.get((lane, number))
            if asked is not None:
                order = _made(self.order_factory, instrument_id, asked)
                self._placed[lane, number] = order
                self.submit_order(order)

        def on_order_filled(self, event: Any) -> None:
            price = round(float(event.last_px) * 100)
            self.found[event.client_order_id.value] = [event.ts_event // MS, price]

    return Placing


def _made(factory: Any, instrument_id: Any, asked: dict[str, Any]) -> Any:
    common = {
        "instrument_id": instrument_id,
        "order_side": nt.OrderSide.BUY if asked["side"] > 0 else nt.OrderSide.SELL,
        "quantity": nt.Quantity.from_int(asked["qty"]),
        "client_order_id": nt.ClientOrderId(asked["id"]),
    }
    if asked["type"] == "market":
        return factory.market(**common)
    if asked["type"] == "limit":
        return factory.limit(price=_price(asked["price"]), **common)
    return factory.stop_market(trigger_price=_price(asked["price"]), **common)


if __name__ == "__main__":
    json.dump(fills(json.load(sys.stdin)), sys.stdout)
